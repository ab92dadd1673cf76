import type { StreamAtCommit } from './check-commit.js'
import type { ExpectedVersion, LogRecord, ProposedEvent } from './log-record.js'
import { isSoftDeleted, readStreamMetadata, type StreamMetadata } from './stream-metadata.js'

/** All that survives a restart; handed to another double, it makes a server with that past. */
export interface LogCopy {
  readonly records: readonly LogRecord[]
  readonly tombstoned: readonly string[]
  /** Where the next record goes. */
  readonly end: number
}

/** The memory of one server. */
export interface LogState {
  readonly records: LogRecord[]
  readonly streams: Map<string, LogRecord[]>
  readonly tombstoned: Set<string>
  /** Revisions by stream and id, of what was written since the server started. */
  readonly recent: Map<string, number>
  end: number
}

export const stateOf = ({ records, tombstoned, end }: LogCopy): LogState => {
  const streams = new Map<string, LogRecord[]>()
  for (const record of records) {
    if (record.type !== tombstoneType) eventsOf(streams, record.stream).push(record)
  }
  return { records: [...records], streams, tombstoned: new Set(tombstoned), recent: new Map(), end }
}

/** An event of this type ends a stream for ever, and is no event of it. */
export const tombstoneType = '$streamDeleted'

export const metadataOf = ({ streams }: LogState, stream: string): StreamMetadata =>
  readStreamMetadata(streams.get(`$$${stream}`)?.at(-1)?.data)

export const streamAtCommit = (state: LogState, stream: string): StreamAtCommit => {
  const events = state.streams.get(stream) ?? []
  return {
    last: events.length - 1,
    idAt: (revision) => events[revision]?.id,
    softDeleted: isSoftDeleted(metadataOf(state, stream)),
    tombstoned: state.tombstoned.has(stream),
    recent: (id) => state.recent.get(`${stream} ${id}`),
  }
}

/** Writes events behind the last one of their stream. */
export const store = (state: LogState, stream: string, events: readonly ProposedEvent[]): void => {
  const stored = eventsOf(state.streams, stream)
  for (const event of events) {
    const revision = stored.length
    stored.push(record(state, { ...event, stream, revision }))
    state.recent.set(`${stream} ${event.id}`, revision)
  }
}

/** Gives a record its place in the log. */
export const record = (state: LogState, event: Omit<LogRecord, 'position' | 'created'>): LogRecord => {
  const placed = { ...event, position: state.end, created: Date.now() }
  state.records.push(placed)
  state.end += spaceOf(placed)
  return placed
}

/** Deleting asks for a stream that is there, hidden or not, and as the client says it is. */
export const isThere = ({ last }: StreamAtCommit, expected: ExpectedVersion): boolean => {
  if (last < 0 || expected === 'no-stream') return false
  return typeof expected !== 'number' || expected === last
}

const eventsOf = (streams: Map<string, LogRecord[]>, stream: string): LogRecord[] => {
  const known = streams.get(stream)
  if (known !== undefined) return known
  const fresh: LogRecord[] = []
  streams.set(stream, fresh)
  return fresh
}

/** What a record takes in the log, head and tail included: positions have gaps. */
const spaceOf = ({ stream, type, data, metadata }: LogRecord): number =>
  109 + stream.length + type.length + data.length + metadata.length
