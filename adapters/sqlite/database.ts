/**
 * The little of SQLite that the log needs, so that another binding (`node:sqlite`) can take better-sqlite3's place.
 * Everything is synchronous: between two turns of the event loop no statement is under way.
 */
export interface SqliteDatabase {
  /** Runs one or several statements without parameters. */
  readonly exec: (sql: string) => void
  /** `Row` is what the statement selects; the writer of the SQL vouches for it. */
  readonly prepare: <Row = never>(sql: string) => SqliteStatement<Row>
  readonly inTransaction: () => boolean
  readonly close: () => void
}

export type SqliteValue = string | number | null

export interface SqliteStatement<Row> {
  readonly run: (...parameters: SqliteValue[]) => { readonly lastInsertRowid: number }
  readonly get: (...parameters: SqliteValue[]) => Row | undefined
  readonly all: (...parameters: SqliteValue[]) => readonly Row[]
}

/** Opens the file, or makes it. */
export type ConnectSqlite = (path: string) => SqliteDatabase

/** What a failure of SQLite means to the log; `other` is everything that nobody can act on by its name. */
export type SqliteFailure = 'full' | 'locked' | 'not-a-database' | 'damaged' | 'other'

/** SQLite's result codes: https://sqlite.org/rescode.html */
const failures: Readonly<Record<string, SqliteFailure>> = {
  SQLITE_FULL: 'full',
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_CORRUPT: 'damaged',
}

/** Reads the code from an error of a binding; extended codes (`SQLITE_BUSY_SNAPSHOT`) count as their primary one. */
export const sqliteFailure = (error: unknown): SqliteFailure => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const primary = code.split('_').slice(0, 2).join('_')
  return failures[primary] ?? 'other'
}

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
