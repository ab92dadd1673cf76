import type { SqliteDatabase } from './database.js'

/** All of the work or, when it throws, none of it. `IMMEDIATE` takes the write lock at once; `DEFERRED` only reads until it writes. */
export const inTransaction = <Result>(
  database: SqliteDatabase,
  kind: 'DEFERRED' | 'IMMEDIATE',
  work: () => Result,
): Result => {
  database.exec(`BEGIN ${kind}`)
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction()) database.exec('ROLLBACK')
    throw error
  }
}
