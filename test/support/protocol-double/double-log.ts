import { randomUUID } from 'node:crypto'
import { checkCommit } from './check-commit.js'
import type { ExpectedVersion, LogRecord, ProposedEvent } from './log-record.js'
import {
  isThere,
  metadataOf,
  record,
  stateOf,
  store,
  streamAtCommit,
  tombstoneType,
  type LogCopy,
  type LogState,
} from './log-state.js'
import { metadataEvent } from './stream-metadata.js'

export type AppendResult =
  | { readonly result: 'stored'; readonly lastRevision: number; readonly position: number }
  | { readonly result: 'wrong-version'; readonly current: number | 'no-stream' }
  | { readonly result: 'deleted' }

type Change<Parameters extends readonly unknown[] = []> = (
  stream: string,
  expected: ExpectedVersion,
  ...more: Parameters
) => AppendResult

/** The log of one server, in memory: one order over all streams, offsets for positions. */
export interface DoubleLog {
  readonly append: Change<[events: readonly ProposedEvent[]]>
  readonly softDelete: Change
  readonly tombstone: Change
  readonly records: () => readonly LogRecord[]
  /** The index of the first record at or behind a position. */
  readonly indexFrom: (position: number) => number
  /** Where the next record goes. */
  readonly end: () => number
  /** Whether a reader may begin there: an event stands at it, or it is the very beginning, or behind the last one. */
  readonly isPosition: (position: number) => boolean
  /** What a reader sees of a stream; undefined when there is none to see. */
  readonly visible: (stream: string) => readonly LogRecord[] | undefined
  readonly isTombstoned: (stream: string) => boolean
  /** Returns the function that takes the listener away again. */
  readonly onAppend: (listener: () => void) => () => void
  /** What a restart makes the server forget: the ids that it had in memory. */
  readonly forgetRecentIds: () => void
  readonly copy: () => LogCopy
}

export const createDoubleLog = (past?: LogCopy): DoubleLog => {
  const state = stateOf(past === undefined ? freshLog() : behindItsEpoch(past))
  const listeners = new Set<() => void>()
  const telling =
    <Parameters extends readonly unknown[]>(
      change: (state: LogState, ...parameters: Parameters) => AppendResult,
    ) =>
    (...parameters: Parameters): AppendResult => {
      const result = change(state, ...parameters)
      for (const listener of listeners) listener()
      return result
    }

  return {
    append: telling(append),
    softDelete: telling(softDelete),
    tombstone: telling(tombstone),
    records: () => state.records,
    indexFrom: (position) => indexFrom(state.records, position),
    end: () => state.end,
    isPosition: (position) => {
      const record = state.records[indexFrom(state.records, position)]
      return position === 0 || record === undefined || record.position === position
    },
    visible: (stream) => visible(state, stream),
    isTombstoned: (stream) => state.tombstoned.has(stream),
    onAppend: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    forgetRecentIds: () => {
      state.recent.clear()
    },
    copy: () => ({ records: [...state.records], tombstoned: [...state.tombstoned], end: state.end }),
  }
}

const append = (
  state: LogState,
  stream: string,
  expected: ExpectedVersion,
  events: readonly ProposedEvent[],
): AppendResult => {
  const before = streamAtCommit(state, stream)
  const ids = events.map(({ id }) => id)
  const commit = checkCommit(before, expected, ids)
  if (commit.decision === 'deleted') return { result: 'deleted' }
  if (commit.decision === 'wrong-version') return refused(before.last)
  if (commit.decision === 'idempotent') return storedUpTo(state, stream, commit.last)
  if (events.length === 0) return storeNothing(state, before.last)
  store(state, stream, events)
  if (before.softDeleted) store(state, `$$${stream}`, [metadataEvent({ $tb: before.last + 1 })])
  return storedUpTo(state, stream, before.last + events.length)
}

/** A record without an event takes its place in the log, and is answered like one with. */
const storeNothing = (state: LogState, last: number): AppendResult => {
  const position = state.end
  state.end += emptyRecord
  return { result: 'stored', lastRevision: Math.max(0, last), position }
}

const emptyRecord = 139

const softDelete = (state: LogState, stream: string, expected: ExpectedVersion): AppendResult => {
  const before = streamAtCommit(state, stream)
  if (before.tombstoned) return { result: 'deleted' }
  if (!isThere(before, expected)) return refused(before.last)
  store(state, `$$${stream}`, [metadataEvent({ $tb: 'max' })])
  return storedUpTo(state, `$$${stream}`, streamAtCommit(state, `$$${stream}`).last)
}

const tombstone = (state: LogState, stream: string, expected: ExpectedVersion): AppendResult => {
  const before = streamAtCommit(state, stream)
  if (before.tombstoned) return { result: 'deleted' }
  if (!isThere(before, expected)) return refused(before.last)
  state.tombstoned.add(stream)
  const nothing = new Uint8Array()
  const { revision, position } = record(state, {
    id: randomUUID(),
    type: tombstoneType,
    contentType: 'application/octet-stream',
    data: nothing,
    metadata: nothing,
    stream,
    revision: Number.MAX_SAFE_INTEGER,
  })
  return { result: 'stored', lastRevision: revision, position }
}

const storedUpTo = ({ streams }: LogState, stream: string, lastRevision: number): AppendResult => ({
  result: 'stored',
  lastRevision,
  position: streams.get(stream)?.[lastRevision]?.position ?? 0,
})

const refused = (last: number): AppendResult => ({
  result: 'wrong-version',
  current: last < 0 ? 'no-stream' : last,
})

const visible = (state: LogState, stream: string): readonly LogRecord[] | undefined => {
  const all = state.streams.get(stream)
  const { $tb: before = 0, $maxCount: most = Infinity } = metadataOf(state, stream)
  if (all === undefined || all.length === 0 || before === 'max') return undefined
  return all.slice(Math.max(before, all.length - most, 0))
}

const indexFrom = (records: readonly LogRecord[], position: number): number => {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((records[middle]?.position ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

/** Before the first event stands what a server writes for itself. */
const firstPosition = 548

/** A fresh server has written metadata for a stream of its own, before any client came. */
const freshLog = (): LogCopy => {
  const log = createDoubleLog({ records: [], tombstoned: [], end: firstPosition })
  log.append('$$$scavenges', 'no-stream', [metadataEvent({ $maxCount: 1000 })])
  return log.copy()
}

/**
 * A server that begins on a log, a restored copy for instance, first writes the record of its epoch, which is no event:
 * what comes next never stands where the next event of the former history stood.
 */
const behindItsEpoch = (past: LogCopy): LogCopy => ({ ...past, end: past.end + EPOCH_RECORD })

const EPOCH_RECORD = 229
