import type { SqliteDatabase } from '#adapters/sqlite/database.js'

/** Marks a file as one of ours, where `file` and SQLite's own tools look for it: «27rs» in ASCII. */
export const applicationId = 0x32_37_72_73

/** The version of the tables, kept in `PRAGMA user_version`; that of each projection's rows stands in `generations`. */
export const schemaVersion = 1

/** `log` and `position` are the checkpoint; they are null until the generation serves. Ids are never used again. */
const tables = `
  CREATE TABLE generations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    projection TEXT NOT NULL,
    version INTEGER NOT NULL,
    log TEXT,
    position INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX one_serves ON generations (projection) WHERE log IS NOT NULL;
  CREATE UNIQUE INDEX one_beside ON generations (projection) WHERE log IS NULL;
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
    position INTEGER NOT NULL,
    PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;
`

/** Makes an empty read store inside the caller's transaction. */
export const createSchema = (database: SqliteDatabase): void => {
  database.exec(tables)
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
}
