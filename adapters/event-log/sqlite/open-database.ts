import { randomUUID } from 'node:crypto'
import type { LogId } from '#domain/ports/event-log.js'
import { logId } from '../coordinates.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import {
  sqliteFailure,
  type ConnectSqlite,
  type SqliteDatabase,
  inTransaction,
} from '#adapters/sqlite/database.js'
import { applicationId, createSchema, schemaVersion } from './schema.js'

export interface OpenedDatabase {
  readonly database: SqliteDatabase
  readonly identity: LogId
}

/** Below this, a reset of the write-ahead log under several connections may damage the file. */
const leastSqlite = [3, 51, 3] as const

/** How long a writer waits for the writer of another process, in milliseconds. */
const lockTimeout = 5000

/**
 * Opens a log's file, makes it when there is none, and lets nothing pass that would make its promises hollow.
 *
 * @throws EventLogFault `sqlite-too-old`, `not-durable`, `not-an-event-log`, `newer-schema` or `damaged`
 */
export const openDatabase = (path: string, connect: ConnectSqlite): OpenedDatabase =>
  namingDamage(path, () => {
    const database = connect(path)
    try {
      database.exec(`PRAGMA busy_timeout = ${lockTimeout}`)
      checkVersionOfSqlite(database)
      return whenUnlocked(() => {
        checkOwner(database, path)
        makeDurable(database)
        return { database, identity: readIdentity(database, path) }
      })
    } catch (error) {
      database.close()
      throw error
    }
  })

/** Runs what touches the file; damage that SQLite meets there is called by its name and its file. */
export const namingDamage = <Result>(path: string, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    const failure = sqliteFailure(error)
    if (failure === 'not-a-database') throw notAnEventLog(path, error)
    if (failure !== 'damaged') throw error
    const message = `Le fichier ${path} est abîmé : restaurer une sauvegarde. / ${path} is damaged: restore a backup.`
    throw new EventLogFault('damaged', message, { cause: error })
  }
}

/**
 * SQLite waits for locks, but not for that of a change of the journal's mode: of several processes that make one
 * file at once, all but one would fail.
 */
const whenUnlocked = <Result>(work: () => Result): Result => {
  const deadline = Date.now() + lockTimeout
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (sqliteFailure(error) !== 'locked' || Date.now() >= deadline) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

const checkVersionOfSqlite = (database: SqliteDatabase): void => {
  const version =
    database.prepare<{ version: string }>('SELECT sqlite_version() AS version').get()?.version ?? '0'
  const parts = version.split('.').map(Number)
  const decisive = leastSqlite.findIndex((least, index) => parts[index] !== least)
  if (decisive < 0 || (parts[decisive] ?? 0) > (leastSqlite[decisive] ?? 0)) return
  const least = leastSqlite.join('.')
  const message = `SQLite ${version} est trop ancien, il faut ${least}. / SQLite ${version} is too old, ${least} is needed.`
  throw new EventLogFault('sqlite-too-old', message)
}

/** Before anything is written: a file of someone else, or of a newer version of ours, stays as it is. */
const checkOwner = (database: SqliteDatabase, path: string): void => {
  const { owner, version, empty } = inTransaction(database, 'DEFERRED', () => ({
    owner: readPragma(database, 'application_id'),
    version: Number(readPragma(database, 'user_version')),
    empty: isEmpty(database),
  }))
  if (owner !== applicationId && !empty) throw notAnEventLog(path)
  if (version > schemaVersion) {
    const french = `Le fichier ${path} vient d’une version plus récente (schéma ${version}, ici ${schemaVersion}).`
    const english = `${path} was written by a newer version (schema ${version}, here ${schemaVersion}).`
    throw new EventLogFault('newer-schema', `${french} / ${english}`)
  }
}

/**
 * In the write-ahead log a commit is durable only at `synchronous = FULL`; bindings and builds choose less, so it is
 * set and read back. `fullfsync` makes macOS write through its disk's cache; elsewhere it means nothing.
 */
const makeDurable = (database: SqliteDatabase): void => {
  const mode = readPragma(database, 'journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1')
  const synchronous = readPragma(database, 'synchronous')
  if (mode === 'wal' && synchronous === 2) return
  const found = `journal_mode=${String(mode)}, synchronous=${String(synchronous)}`
  const message = `Écriture durable refusée (${found}). / Durable writing was refused (${found}).`
  throw new EventLogFault('not-durable', message)
}

/** Two processes may make the same file at once: who comes second finds the first one's log. */
const readIdentity = (database: SqliteDatabase, path: string): LogId =>
  inTransaction(database, 'IMMEDIATE', () => {
    if (isEmpty(database)) createSchema(database, randomUUID())
    const row = database.prepare<{ identity: string }>('SELECT identity FROM log').get()
    if (row === undefined) throw notAnEventLog(path)
    return logId(row.identity)
  })

const isEmpty = (database: SqliteDatabase): boolean =>
  database.prepare<{ name: string }>('SELECT name FROM sqlite_schema LIMIT 1').get() === undefined

const readPragma = (database: SqliteDatabase, pragma: string): string | number | undefined =>
  Object.values(database.prepare<Record<string, string | number>>(`PRAGMA ${pragma}`).get() ?? {})[0]

const notAnEventLog = (path: string, cause?: unknown): EventLogFault => {
  const message = `Le fichier ${path} n’est pas un journal d’événements. / ${path} is no event log.`
  return new EventLogFault('not-an-event-log', message, { cause })
}
