import type { SqliteDatabase } from '#adapters/sqlite/database.js'

/** All of the work or, when it throws, none of it. */
export const inTransaction = <Result>(database: SqliteDatabase, work: () => Result): Result => {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction()) database.exec('ROLLBACK')
    throw error
  }
}
