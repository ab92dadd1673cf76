import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import type { ConnectSqlite, SqliteDatabase } from '#adapters/sqlite/database.js'
import type { Checkpoint } from '#domain/ports/event-log.js'
import type { GenerationId, ReadStore, RowChanges } from '#domain/ports/read-store.js'
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
    commit: pass(writer.commit),
    beginBeside: pass(writer.beginBeside),
    fill: pass(writer.fill),
    serve: pass(writer.serve),
    close: () => {
      if (!closed) database.close()
      closed = true
      return Promise.resolve()
    },
  }
}

interface RowWriter {
  readonly commit: (generation: GenerationId, changes: RowChanges, checkpoint: Checkpoint) => void
  readonly beginBeside: (projection: string, version: number) => GenerationId
  readonly fill: (generation: GenerationId, changes: RowChanges) => void
  readonly serve: (generation: GenerationId, changes: RowChanges, checkpoint: Checkpoint) => void
}

const openRowWriter = (database: SqliteDatabase): RowWriter => {
  const statements = prepareWrites(database)

  const write = (generation: GenerationId, { rows, quarantined }: RowChanges): void => {
    for (const { id, json } of rows) {
      statements.row.run(generation, id, json)
      statements.release.run(generation, id)
    }
    for (const { id, reason, position } of quarantined)
      statements.quarantine.run(generation, id, reason, position)
  }

  const remove = (generation: number | undefined): void => {
    if (generation === undefined) return
    for (const statement of statements.removal) statement.run(generation)
  }

  /** The projection of a generation, which must serve or be beside as the caller counts on. */
  const projectionOf = (generation: GenerationId, as: 'serving' | 'beside'): string => {
    const row = statements.generation.get(generation)
    if (row === undefined || (row.serves === 1) !== (as === 'serving')) throw unknownGeneration(generation)
    return row.projection
  }

  return {
    commit: (generation, changes, { log, position }) =>
      inTransaction(database, 'IMMEDIATE', () => {
        projectionOf(generation, 'serving')
        write(generation, changes)
        statements.checkpoint.run(log, position, generation)
      }),
    beginBeside: (projection, version) =>
      inTransaction(database, 'IMMEDIATE', () => {
        remove(statements.beside.get(projection)?.id)
        return statements.begin.run(projection, version).lastInsertRowid as GenerationId
      }),
    fill: (generation, changes) =>
      inTransaction(database, 'IMMEDIATE', () => {
        projectionOf(generation, 'beside')
        write(generation, changes)
      }),
    serve: (generation, changes, { log, position }) =>
      inTransaction(database, 'IMMEDIATE', () => {
        const projection = projectionOf(generation, 'beside')
        remove(statements.serving.get(projection)?.id)
        write(generation, changes)
        statements.checkpoint.run(log, position, generation)
      }),
  }
}

const prepareWrites = (database: SqliteDatabase) => ({
  generation: database.prepare<{ projection: string; serves: number }>(
    'SELECT projection, log IS NOT NULL AS serves FROM generations WHERE id = ?',
  ),
  serving: database.prepare<{ id: number }>(
    'SELECT id FROM generations WHERE projection = ? AND log IS NOT NULL',
  ),
  beside: database.prepare<{ id: number }>('SELECT id FROM generations WHERE projection = ? AND log IS NULL'),
  begin: database.prepare('INSERT INTO generations (projection, version) VALUES (?, ?)'),
  checkpoint: database.prepare('UPDATE generations SET log = ?, position = ? WHERE id = ?'),
  row: database.prepare('INSERT OR REPLACE INTO rows (generation, id, json) VALUES (?, ?, ?)'),
  release: database.prepare('DELETE FROM quarantined WHERE generation = ? AND id = ?'),
  quarantine: database.prepare(
    'INSERT OR REPLACE INTO quarantined (generation, id, reason, position) VALUES (?, ?, ?, ?)',
  ),
  removal: [
    database.prepare('DELETE FROM rows WHERE generation = ?'),
    database.prepare('DELETE FROM quarantined WHERE generation = ?'),
    database.prepare('DELETE FROM generations WHERE id = ?'),
  ],
})
