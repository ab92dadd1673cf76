import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Test } from 'tap'
import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import { type ConnectSqlite, type SqliteDatabase, type SqliteStatement } from '#adapters/sqlite/database.js'
import {
  openSqliteEventLog,
  type SqliteEventLogOptions,
} from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { type EventLog } from '#domain/ports/event-log.js'

/** The path of a file that does not exist yet, in a folder that goes away with the test. */
export const newFile = async (t: Test): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-sqlite-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return join(folder, 'events.sqlite')
}

export interface OpenLog {
  readonly log: EventLog
  readonly path: string
  /** The log's own connection, to change its settings behind its back. */
  readonly connection: SqliteDatabase
}

/** A log on a new file, closed at the end of the test. */
export const openLog = async (
  t: Test,
  options: Omit<SqliteEventLogOptions, 'path'> & { readonly path?: string } = {},
): Promise<OpenLog> => {
  const path = options.path ?? (await newFile(t))
  const connections: SqliteDatabase[] = []
  const connect: ConnectSqlite = (path) => {
    const connection = (options.connect ?? connectBetterSqlite3)(path)
    connections.push(connection)
    return connection
  }
  const log = openSqliteEventLog({ ...options, path, connect })
  t.teardown(() => log.close())
  const [connection] = connections
  if (connection === undefined) throw new Error('the log opened no connection')
  return { log, path, connection }
}

export const pragma = (connection: SqliteDatabase, name: string): unknown =>
  Object.values(connection.prepare<Record<string, unknown>>(`PRAGMA ${name}`).get() ?? {})[0]

/** A connection whose statements may be answered by the test instead of by SQLite. */
export const connectWith =
  (
    replace: (sql: string, statement: SqliteStatement<unknown>) => Partial<SqliteStatement<unknown>>,
  ): ConnectSqlite =>
  (path) => {
    const database = connectBetterSqlite3(path)
    return {
      ...database,
      prepare: (sql) => {
        const statement = database.prepare<unknown>(sql)
        return { ...statement, ...replace(sql, statement) } as SqliteStatement<never>
      },
    }
  }

/** How many commits stand in a write-ahead log, by its format: https://sqlite.org/fileformat2.html#walformat */
export const commitsIn = async (path: string): Promise<number> => {
  const wal = await readFile(`${path}-wal`)
  const frameLength = 24 + wal.readUInt32BE(8)
  const salt = wal.subarray(16, 24)
  let commits = 0
  for (let frame = 32; frame + frameLength <= wal.length; frame += frameLength) {
    const current = wal.subarray(frame + 8, frame + 16).equals(salt)
    if (current && wal.readUInt32BE(frame + 4) > 0) commits += 1
  }
  return commits
}
