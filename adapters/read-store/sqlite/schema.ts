import type { SqliteDatabase } from '#adapters/sqlite/database.js'

/** Marks a file as one of ours, where `file` and SQLite's own tools look for it: «27rs» in ASCII. */
export const applicationId = 0x32_37_72_73

/** The version of the tables, kept in `PRAGMA user_version`; that of each model's rows stands in `generations`. */
export const schemaVersion = 2

/**
 * `checkpoint` has one row, once anything serves: that of all generations that do. Ids are never used again. The tables
 * of version 1 had a checkpoint for each generation.
 */
const tables = `
  CREATE TABLE generations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    model TEXT NOT NULL,
    version INTEGER NOT NULL,
    serves INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX one_of_each ON generations (model, serves);
  CREATE TABLE checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    log TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE reactors (
    name TEXT PRIMARY KEY,
    log TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE rows (
    generation INTEGER NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE quarantined (
    generation INTEGER NOT NULL,
    id TEXT NOT NULL,
    reason TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;
`

/**
 * Takes away the tables of an older version, inside the caller's transaction: their rows are built again from the log,
 * by the code that is about to. Which log that was, and how far it had been read, is kept, with nothing that serves: an
 * emptied log must not be taken for a new one.
 */
export const replaceOlderSchema = (database: SqliteDatabase): void => {
  const read = database
    .prepare<{ log: string; position: number }>(
      'SELECT log, position FROM generations WHERE log IS NOT NULL ORDER BY position DESC LIMIT 1',
    )
    .get()
  database.exec('DROP TABLE generations; DROP TABLE rows; DROP TABLE quarantined')
  createSchema(database)
  if (read !== undefined) {
    database
      .prepare('INSERT INTO checkpoint (one, log, position) VALUES (1, ?, ?)')
      .run(read.log, read.position)
  }
}

/** Makes an empty read store inside the caller's transaction. */
export const createSchema = (database: SqliteDatabase): void => {
  database.exec(tables)
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
}
