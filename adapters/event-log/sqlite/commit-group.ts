import { type SqliteDatabase } from '#adapters/sqlite/database.js'
import { type CommitGroup } from './group-commit.js'
import { openAppendWriter } from './write-append.js'

/**
 * One transaction for a group: a conflict is the outcome of its own append, a failure of SQLite is everyone's.
 * `IMMEDIATE` takes the lock of the file first, so that what is read about a stream still holds when it is written.
 */
export const openCommitGroup = (database: SqliteDatabase): CommitGroup => {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const writer = openAppendWriter(database)
  return (appends) => {
    try {
      begin.run()
      const outcomes = appends.map(writer.write)
      commit.run()
      return outcomes
    } catch (error) {
      writer.forget()
      rollBack(database, error)
      throw error
    }
  }
}

/** SQLite has often rolled back by itself; where it could not, the next group tries again. */
const rollBack = (database: SqliteDatabase, cause: unknown): void => {
  if (!database.inTransaction()) return
  try {
    database.exec('ROLLBACK')
  } catch (error) {
    throw new AggregateError([cause, error], 'a group of appends failed, and so did its rollback')
  }
}
