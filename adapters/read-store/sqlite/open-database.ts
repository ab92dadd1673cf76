import { sqliteFailure, type ConnectSqlite, type SqliteDatabase } from '#adapters/sqlite/database.js'
import { ReadStoreFault } from '../read-store-fault.js'
import { inTransaction } from '#adapters/sqlite/transaction.js'
import { applicationId, createSchema, replaceOlderSchema, schemaVersion } from './schema.js'

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
