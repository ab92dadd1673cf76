import { type SqliteDatabase } from '#adapters/sqlite/database.js'

/** Marks a file as one of ours, where `file` and SQLite's own tools look for it: «27eR» in ASCII. */
export const applicationId = 0x32_37_65_52

/** The version that this code reads and writes, kept in `PRAGMA user_version`. */
export const schemaVersion = 1

/**
 * Integers stand for stream and type names, and the unique index on (stream, version) is the only one on the events:
 * it guards the expected revision last, and each further index would cost every append. `version` is a revision,
 * `envelope` holds the event's id, schema version and metadata; all JSON is ASCII.
 */
const tables = `
  CREATE TABLE log (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    identity TEXT NOT NULL
  ) STRICT;
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE types (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    pos INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    version INTEGER NOT NULL,
    type INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    data TEXT NOT NULL,
    meta TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_sv ON events (stream, version);
  CREATE TABLE commands (
    stream INTEGER NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    pos INTEGER NOT NULL,
    PRIMARY KEY (stream, id)
  ) STRICT, WITHOUT ROWID;
`

/** Makes an empty log with the given identity, inside the caller's transaction. */
export const createSchema = (database: SqliteDatabase, identity: string): void => {
  database.exec(tables)
  database.prepare('INSERT INTO log (id, identity) VALUES (1, ?)').run(identity)
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
}
