import type { CommandId } from '#domain/kernel/identifiers.js'
import type { JsonObject } from '#domain/kernel/json.js'
import type {
  AllPage,
  AllSlice,
  CommandRange,
  Position,
  Stored,
  StoredCommand,
  StoredEvent,
  StreamName,
  StreamSlice,
} from '#domain/ports/event-log.js'
import {
  beforeAll,
  position,
  revision,
  checkAllSlice,
  checkCommandRange,
  checkStreamSlice,
} from '../coordinates.js'
import type { SqliteDatabase, SqliteStatement, SqliteValue } from '#adapters/sqlite/database.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'

export interface EventReader {
  readonly readStream: (stream: StreamName, slice: StreamSlice) => readonly StoredEvent[]
  readonly readAll: (slice: AllSlice) => AllPage
  readonly readCommands: (range: CommandRange) => readonly StoredCommand[]
  readonly head: () => Position
  readonly last: () => StoredEvent | undefined
  readonly findCommand: (
    stream: StreamName,
    id: CommandId,
  ) => (Stored & { readonly digest: string }) | undefined
}

/** So many events make some 40 to 100 KB of text, where reading and parsing are fastest. */
const eventsPerText = 128

/** A search for rare types looks at no more than so many events in one go: meanwhile nothing else runs. */
const searchWindow = 20_000

/** An event as its row is written into a page: position, stream, revision, type, recorded, data, envelope. */
type EventRow = readonly [
  number,
  number,
  number,
  number,
  number,
  JsonObject,
  Pick<StoredEvent, 'id' | 'schemaVersion' | 'metadata'>,
]

/**
 * A page of events as one JSON text, which is fetched and parsed once: a row at a time costs a third more. The inner
 * query's order holds through `group_concat`, because its LIMIT keeps it from being flattened.
 */
const pageOf = (condition: string, order: string): string => `
  SELECT '[' || group_concat(
    '[' || pos || ',' || stream || ',' || version || ',' || type || ',' || recorded || ',' || data || ',' || meta || ']'
  ) || ']' AS page
  FROM (SELECT * FROM events WHERE ${condition} ORDER BY ${order} LIMIT ?)`

interface CommandRow {
  readonly digest: string
  readonly first: number
  readonly last: number
  readonly pos: number
}

interface PageRow {
  readonly page: string | null
}

export const openEventReader = (database: SqliteDatabase): EventReader => {
  const statements = prepareReads(database)
  const streamName = openNameReader(database, 'streams')
  const typeName = openNameReader(database, 'types')

  const toEvent = (row: EventRow): StoredEvent => ({
    id: row[6].id,
    type: typeName(row[3]),
    schemaVersion: row[6].schemaVersion,
    recordedAt: row[4],
    data: row[5],
    metadata: row[6].metadata,
    stream: streamName(row[1]) as StreamName,
    revision: revision(row[2]),
    position: position(row[0]),
  })

  /** Collects pages until `limit` events are there or none are left; `from` says where the next page begins. */
  const collect = (
    page: SqliteStatement<PageRow>,
    limit: number,
    from: (last?: EventRow) => SqliteValue[],
  ): StoredEvent[] => {
    const events: StoredEvent[] = []
    let last: EventRow | undefined
    while (events.length < limit) {
      const wanted = Math.min(limit - events.length, eventsPerText)
      const text = page.get(...from(last), wanted)?.page ?? '[]'
      const rows = JSON.parse(text) as readonly EventRow[]
      for (const row of rows) events.push(toEvent(row))
      last = rows.at(-1)
      if (rows.length < wanted) break
    }
    return events
  }

  const head = (): Position => position(statements.head.get()?.pos ?? beforeAll)

  const last = (): StoredEvent | undefined => {
    const end = head()
    return end === beforeAll ? undefined : collect(statements.all, 1, () => [end - 1, end]).at(0)
  }

  const readStream = (name: StreamName, slice: StreamSlice): readonly StoredEvent[] => {
    checkStreamSlice(slice)
    const stream = statements.stream.get(name)?.id
    if (stream === undefined) return []
    const { direction = 'forwards', from, limit = Number.MAX_SAFE_INTEGER } = slice
    return direction === 'forwards'
      ? collect(statements.forwards, limit, (last) => [
          stream,
          last === undefined ? (from ?? 0) : last[2] + 1,
        ])
      : collect(statements.backwards, limit, (last) => [
          stream,
          last === undefined ? (from ?? endOfAll) : last[2] - 1,
        ])
  }

  const readAll = (slice: AllSlice): AllPage => {
    checkAllSlice(slice)
    const { after, limit, types } = slice
    const end = head()
    const through = types === undefined ? end : Math.min(end, after + searchWindow)
    const chosen = types === undefined ? [] : [JSON.stringify(types)]
    const page = types === undefined ? statements.all : statements.allOfTypes
    const events = collect(page, limit, (last) => [last?.[0] ?? after, through, ...chosen])
    const reached = events.length === limit ? (events.at(-1)?.position ?? after) : Math.max(through, after)
    return { events, position: position(reached), atHead: reached >= end }
  }

  const findCommand: EventReader['findCommand'] = (stream, id) => {
    const row = statements.command.get(stream, id)
    if (row === undefined) return undefined
    const { first, last, pos, digest } = row
    return { firstRevision: revision(first), lastRevision: revision(last), position: position(pos), digest }
  }

  const readCommands = (range: CommandRange): readonly StoredCommand[] => {
    checkCommandRange(range)
    return statements.commands
      .all(range.after, range.through)
      .map(({ name, id, digest, first, last, pos }) => ({
        stream: name as StreamName,
        id: id as CommandId,
        digest,
        firstRevision: revision(first),
        lastRevision: revision(last),
        position: position(pos),
      }))
  }

  return { readStream, readAll, readCommands, head, last, findCommand }
}

const endOfAll = Number.MAX_SAFE_INTEGER

const prepareReads = (database: SqliteDatabase) => ({
  head: database.prepare<{ pos: number | null }>('SELECT max(pos) AS pos FROM events'),
  stream: database.prepare<{ id: number }>('SELECT id FROM streams WHERE name = ?'),
  forwards: database.prepare<PageRow>(pageOf('stream = ? AND version >= ?', 'version')),
  backwards: database.prepare<PageRow>(pageOf('stream = ? AND version <= ?', 'version DESC')),
  all: database.prepare<PageRow>(pageOf('pos > ? AND pos <= ?', 'pos')),
  allOfTypes: database.prepare<PageRow>(
    pageOf(
      `pos > ? AND pos <= ? AND type IN (SELECT id FROM types WHERE name IN (SELECT value FROM json_each(?)))`,
      'pos',
    ),
  ),
  // Found through their first events, since an index of their own would cost every append; a stream has few commands.
  // CROSS JOIN keeps SQLite from looking through all commands instead.
  commands: database.prepare<CommandRow & { readonly name: string; readonly id: string }>(
    `SELECT streams.name, commands.id, digest, first, last, commands.pos
     FROM events CROSS JOIN commands ON commands.stream = events.stream AND commands.first = events.version
     JOIN streams ON streams.id = events.stream
     WHERE events.pos > ? AND events.pos <= ? ORDER BY events.pos`,
  ),
  command: database.prepare<CommandRow>(
    `SELECT digest, first, last, pos FROM commands
     WHERE stream = (SELECT id FROM streams WHERE name = ?) AND id = ?`,
  ),
})

/**
 * The names behind the integers in the events' rows. A name keeps its integer for ever, so each is read once; some
 * tens of bytes a stream stay in memory.
 */
export const openNameReader = (
  database: SqliteDatabase,
  table: 'streams' | 'types',
): ((id: number) => string) => {
  const find = database.prepare<{ name: string }>(`SELECT name FROM ${table} WHERE id = ?`)
  const known = new Map<number, string>()
  const learn = (id: number): string => {
    const name = find.get(id)?.name
    if (name === undefined)
      throw new EventLogFault('damaged', `an event names ${id}, which is missing from ${table}`)
    known.set(id, name)
    return name
  }
  return (id) => known.get(id) ?? learn(id)
}
