import Database from 'better-sqlite3'
import { type ConnectSqlite, type SqliteValue } from './database.js'

/** better-sqlite3 as the log sees it. Its waiting time for locks is set when the log is opened, not here. */
export const connectBetterSqlite3: ConnectSqlite = (path) => {
  const database = new Database(path)
  return {
    exec: (sql) => void database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare<SqliteValue[]>(sql)
      return {
        run: (...parameters) => ({ lastInsertRowid: Number(statement.run(...parameters).lastInsertRowid) }),
        // What a row holds is known to the SQL alone, and vouched for by its writer.
        get: (...parameters) => statement.get(...parameters) as never,
        all: (...parameters) => statement.all(...parameters) as never,
      }
    },
    inTransaction: () => database.inTransaction,
    close: () => void database.close(),
  }
}
