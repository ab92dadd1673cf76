import type { AppendOutcome, Revision, Stored } from '#domain/ports/event-log.js'
import { position, revision } from '../coordinates.js'
import { isAsExpected, type PreparedAppend } from '#adapters/event-log/prepared-append.js'
import type { SqliteDatabase } from '#adapters/sqlite/database.js'

export interface AppendWriter {
  /** Inside a transaction: writes an append, or says why it is refused and leaves no trace. */
  readonly write: (append: PreparedAppend) => AppendOutcome
  /** To be called when a transaction was rolled back: what was learnt in it is not true. */
  readonly forget: () => void
}

interface StreamRow {
  readonly id: number
  readonly version: number
}

interface CommandRow {
  readonly digest: string
  readonly first: number
  readonly last: number
  readonly pos: number
}

/** Prepares the statements once. What earlier appends of the same transaction wrote is seen by the later ones. */
export const openAppendWriter = (database: SqliteDatabase): AppendWriter => {
  const findStream = database.prepare<StreamRow>('SELECT id, version FROM streams WHERE name = ?')
  const insertStream = database.prepare('INSERT INTO streams (name, version) VALUES (?, ?)')
  const updateStream = database.prepare('UPDATE streams SET version = ? WHERE id = ?')
  const insertEvent = database.prepare(
    'INSERT INTO events (stream, version, type, recorded, data, meta) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const findCommand = database.prepare<CommandRow>(
    'SELECT digest, first, last, pos FROM commands WHERE stream = ? AND id = ?',
  )
  const insertCommand = database.prepare(
    'INSERT INTO commands (stream, id, digest, first, last, pos) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const typeIds = openTypeIds(database)

  const write = (append: PreparedAppend): AppendOutcome => {
    const stream = findStream.get(append.stream)
    const known = stream && append.command && findCommand.get(stream.id, append.command.id)
    if (known) return repeated(known, append)
    const actual: Revision | 'none' = stream === undefined ? 'none' : revision(stream.version)
    if (!isAsExpected(append.expected, actual)) return { outcome: 'conflict', actual }
    return { outcome: 'appended', ...store(append, stream) }
  }

  const store = (append: PreparedAppend, known: StreamRow | undefined): Stored => {
    const first = known === undefined ? 0 : known.version + 1
    const last = first + append.events.length - 1
    const stream = known?.id ?? insertStream.run(append.stream, last).lastInsertRowid
    if (known !== undefined) updateStream.run(last, stream)
    let version = first
    let pos = 0
    for (const { type, recordedAt, data, envelope } of append.events) {
      pos = insertEvent.run(stream, version, typeIds.of(type), recordedAt, data, envelope).lastInsertRowid
      version += 1
    }
    if (append.command !== undefined) {
      insertCommand.run(stream, append.command.id, append.command.digest, first, last, pos)
    }
    return { firstRevision: revision(first), lastRevision: revision(last), position: position(pos) }
  }

  return { write, forget: typeIds.forget }
}

const repeated = ({ digest, first, last, pos }: CommandRow, { command }: PreparedAppend): AppendOutcome =>
  digest === command?.digest
    ? {
        outcome: 'repeated',
        firstRevision: revision(first),
        lastRevision: revision(last),
        position: position(pos),
      }
    : { outcome: 'command-reused' }

interface TypeIds {
  readonly of: (name: string) => number
  readonly forget: () => void
}

/** A type keeps its integer for ever, so it is looked up once, whoever else writes to the file. */
const openTypeIds = (database: SqliteDatabase): TypeIds => {
  const find = database.prepare<{ id: number }>('SELECT id FROM types WHERE name = ?')
  const insert = database.prepare('INSERT INTO types (name) VALUES (?)')
  const known = new Map<string, number>()
  const learn = (name: string): number => {
    const id = find.get(name)?.id ?? insert.run(name).lastInsertRowid
    known.set(name, id)
    return id
  }
  return { of: (name) => known.get(name) ?? learn(name), forget: () => known.clear() }
}
