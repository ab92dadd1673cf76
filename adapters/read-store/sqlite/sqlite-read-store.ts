import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import type { ConnectSqlite, SqliteDatabase } from '#adapters/sqlite/database.js'
import type { Checkpoint } from '#domain/ports/event-log.js'
import type { GenerationChanges, GenerationId, ReadStore, RowChanges } from '#domain/ports/read-store.js'
import { storeClosed, unknownGeneration } from '../read-store-fault.js'
import { namingFailure, openDatabase } from './open-database.js'
import { openRowReader } from './read-rows.js'
import { inTransaction } from '#adapters/sqlite/transaction.js'

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
