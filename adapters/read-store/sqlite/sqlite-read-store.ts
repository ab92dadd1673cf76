import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import {
  type ConnectSqlite,
  type SqliteDatabase,
  inTransaction,
  sqliteFailure,
} from '#adapters/sqlite/database.js'
import type { Checkpoint } from '#domain/ports/event-log.js'
import type { GenerationChanges, GenerationId, ReadStore, RowChanges } from '#domain/ports/read-store.js'
import { storeClosed, unknownGeneration, ReadStoreFault } from '../read-store-fault.js'
import { openRowReader } from './read-rows.js'
import { applicationId, createSchema, replaceOlderSchema, schemaVersion } from './schema.js'

export interface SqliteReadStoreOptions {
  /** The file, another one than the log's; it is made when there is none, its folder must exist. */
  readonly path: string
  /** The binding of SQLite. Default: better-sqlite3. */
  readonly connect?: ConnectSqlite
}

/**
 * Rows in one file, which belongs to this process while it is open.
 *
 * @throws ReadStoreFault when the file can't be used: `in-use`, `not-a-read-store`, `newer-schema`, `damaged`
 */
export const openSqliteReadStore = ({
  path,
  connect = connectBetterSqlite3,
}: SqliteReadStoreOptions): ReadStore => {
  const database = openDatabase(path, connect)
  const reader = openRowReader(database)
  const writer = openRowWriter(database)
  let closed = false

  const pass =
    <P extends readonly unknown[], Result>(operation: (...parameters: P) => Result) =>
    (...parameters: P): Promise<Result> =>
      new Promise((resolve) => {
        if (closed) throw storeClosed()
        resolve(namingFailure(path, () => operation(...parameters)))
      })

  return {
    serving: pass(reader.serving),
    rows: pass(reader.rows),
    beginBeside: pass(writer.beginBeside),
    fill: pass(writer.fill),
    commit: pass(writer.commit),
    reached: pass(reader.reached),
    reach: pass(writer.reach),
    close: () => {
      if (!closed) database.close()
      closed = true
      return Promise.resolve()
    },
  }
}

interface RowWriter {
  readonly beginBeside: (model: string, version: number) => GenerationId
  readonly fill: (generation: GenerationId, changes: RowChanges) => void
  readonly commit: (changes: readonly GenerationChanges[], checkpoint: Checkpoint) => void
  readonly reach: (reactor: string, checkpoint: Checkpoint) => void
}

const openRowWriter = (database: SqliteDatabase): RowWriter => {
  const statements = prepareWrites(database)

  const write = (generation: GenerationId, { rows, quarantined }: RowChanges): void => {
    for (const { id, json } of rows) {
      statements.row.run(generation, id, json)
      statements.release.run(generation, id)
    }
    for (const { id, reason, stream, revision, position } of quarantined)
      statements.quarantine.run(generation, id, reason, stream, revision, position)
  }

  const remove = (generation: number): void => {
    for (const statement of statements.removal) statement.run(generation)
  }

  const serves = (generation: GenerationId): boolean => {
    const row = statements.generation.get(generation)
    if (row === undefined) throw unknownGeneration(generation)
    return row.serves === 1
  }

  return {
    beginBeside: (model, version) =>
      inTransaction(database, 'IMMEDIATE', () => {
        const abandoned = statements.beside.get(model)
        if (abandoned !== undefined) remove(abandoned.id)
        return statements.begin.run(model, version).lastInsertRowid as GenerationId
      }),
    fill: (generation, changes) =>
      inTransaction(database, 'IMMEDIATE', () => {
        if (serves(generation)) throw unknownGeneration(generation)
        write(generation, changes)
      }),
    commit: (changes, { log, position }) =>
      inTransaction(database, 'IMMEDIATE', () => {
        const named = new Set<number>(changes.map(({ generation }) => generation))
        for (const { id } of statements.serving.all()) if (!named.has(id)) remove(id)
        for (const change of changes) {
          if (!serves(change.generation)) statements.serve.run(change.generation)
          write(change.generation, change)
        }
        statements.checkpoint.run(log, position)
      }),
    reach: (reactor, { log, position }) => {
      statements.reach.run(reactor, log, position)
    },
  }
}

const prepareWrites = (database: SqliteDatabase) => ({
  generation: database.prepare<{ serves: number }>('SELECT serves FROM generations WHERE id = ?'),
  serving: database.prepare<{ id: number }>('SELECT id FROM generations WHERE serves = 1'),
  beside: database.prepare<{ id: number }>('SELECT id FROM generations WHERE model = ? AND serves = 0'),
  begin: database.prepare('INSERT INTO generations (model, version, serves) VALUES (?, ?, 0)'),
  serve: database.prepare('UPDATE generations SET serves = 1 WHERE id = ?'),
  checkpoint: database.prepare('INSERT OR REPLACE INTO checkpoint (one, log, position) VALUES (1, ?, ?)'),
  reach: database.prepare('INSERT OR REPLACE INTO reactors (name, log, position) VALUES (?, ?, ?)'),
  row: database.prepare('INSERT OR REPLACE INTO rows (generation, id, json) VALUES (?, ?, ?)'),
  release: database.prepare('DELETE FROM quarantined WHERE generation = ? AND id = ?'),
  quarantine: database.prepare(
    'INSERT OR REPLACE INTO quarantined (generation, id, reason, stream, revision, position) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  removal: [
    database.prepare('DELETE FROM rows WHERE generation = ?'),
    database.prepare('DELETE FROM quarantined WHERE generation = ?'),
    database.prepare('DELETE FROM generations WHERE id = ?'),
  ],
})

/** How long to wait for a process that is just leaving, in milliseconds. */
const lockTimeout = 250

/**
 * Opens a read store's file, makes it when there is none, and holds it alone: rows and the view of them in memory
 * belong to one process. Commits need not be on disk when they return (`synchronous = NORMAL`): after a power cut the
 * file is an earlier one, whose checkpoint and rows agree, and the log has the rest.
 *
 * @throws ReadStoreFault `in-use`, `not-a-read-store`, `newer-schema` or `damaged`
 */
export const openDatabase = (path: string, connect: ConnectSqlite): SqliteDatabase =>
  namingFailure(path, () => {
    const database = connect(path)
    try {
      database.exec(`PRAGMA busy_timeout = ${lockTimeout}; PRAGMA locking_mode = EXCLUSIVE`)
      checkOwner(database, path)
      checkWhole(database, path)
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
      inTransaction(database, 'IMMEDIATE', () => {
        if (isEmpty(database)) createSchema(database)
        else if (readPragma(database, 'user_version') < schemaVersion) replaceOlderSchema(database)
      })
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })

/** Runs what touches the file; what SQLite meets there is called by its name and its file. */
export const namingFailure = <Result>(path: string, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    const failure = sqliteFailure(error)
    if (failure === 'locked') throw inUse(path, error)
    if (failure === 'not-a-database') throw notAReadStore(path, error)
    if (failure === 'damaged') throw damaged(path, error)
    throw error
  }
}

/** Before anything is written: a file of someone else, or of a newer version of ours, stays as it is. */
const checkOwner = (database: SqliteDatabase, path: string): void => {
  const owner = readPragma(database, 'application_id')
  if (owner !== applicationId && !isEmpty(database)) throw notAReadStore(path)
  const version = readPragma(database, 'user_version')
  if (version > schemaVersion) throw newerSchema(path, version)
}

/** Reads the file from end to end, as the first build of the view is about to: damage shows now, while it can be healed. */
const checkWhole = (database: SqliteDatabase, path: string): void => {
  const told = database.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check
  if (told !== 'ok') throw damaged(path, told)
}

const isEmpty = (database: SqliteDatabase): boolean =>
  database.prepare<object>('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined

const readPragma = (database: SqliteDatabase, pragma: string): number =>
  Object.values(database.prepare<Record<string, number>>(`PRAGMA ${pragma}`).get() ?? {})[0] ?? 0

const inUse = (path: string, cause: unknown): ReadStoreFault => {
  const message = `Un autre programme utilise ${path}. / Another program holds ${path}.`
  return new ReadStoreFault('in-use', message, { cause })
}

const notAReadStore = (path: string, cause?: unknown): ReadStoreFault => {
  const message = `Le fichier ${path} n’est pas une base de lecture. / ${path} is no read store.`
  return new ReadStoreFault('not-a-read-store', message, { cause })
}

const newerSchema = (path: string, version: number): ReadStoreFault => {
  const french = `Le fichier ${path} vient d’une version plus récente (schéma ${version}, ici ${schemaVersion}).`
  const english = `${path} was written by a newer version (schema ${version}, here ${schemaVersion}).`
  return new ReadStoreFault('newer-schema', `${french} / ${english}`)
}

const damaged = (path: string, cause: unknown): ReadStoreFault => {
  const french = `Le fichier ${path} est abîmé : le supprimer, il sera reconstruit à partir du journal.`
  const english = `${path} is damaged: delete it, it will be built again from the log.`
  return new ReadStoreFault('damaged', `${french} / ${english}`, { cause })
}
