import type { ExpectedVersion } from './log-record.js'

/** What the decision needs of a stream. */
export interface StreamAtCommit {
  /** The revision of its last event, -1 when it has none. */
  readonly last: number
  readonly idAt: (revision: number) => string | undefined
  readonly softDeleted: boolean
  readonly tombstoned: boolean
  /** The revision of an event that the server still remembers; lost at its restart. */
  readonly recent: (id: string) => number | undefined
}

export type CommitDecision =
  | { readonly decision: 'write' }
  /** All of it was stored before, up to this revision. */
  | { readonly decision: 'idempotent'; readonly last: number }
  | { readonly decision: 'wrong-version' }
  | { readonly decision: 'deleted' }

/**
 * Whether a server writes what it is handed. It knows an append again by the ids of its events only, never by their
 * bodies: strongly behind a given revision, weakly (what it remembers) where any revision will do.
 */
export const checkCommit = (
  stream: StreamAtCommit,
  expected: ExpectedVersion,
  ids: readonly string[],
): CommitDecision => {
  if (stream.tombstoned) return { decision: 'deleted' }
  if (expected === 'any') return checkRemembered(stream, ids)
  if (expected === 'stream-exists') {
    if (stream.softDeleted) return { decision: 'deleted' }
    return stream.last < 0 ? { decision: 'wrong-version' } : checkRemembered(stream, ids)
  }
  return checkBehind(stream, expected === 'no-stream' ? -1 : expected, ids)
}

const checkRemembered = ({ recent }: StreamAtCommit, ids: readonly string[]): CommitDecision => {
  const found = ids.map(recent)
  if (found[0] === undefined) return { decision: 'write' }
  const last = found.at(-1)
  return last === undefined || found.includes(undefined)
    ? { decision: 'wrong-version' }
    : { decision: 'idempotent', last }
}

const checkBehind = (stream: StreamAtCommit, revision: number, ids: readonly string[]): CommitDecision => {
  if (revision > stream.last) return { decision: 'wrong-version' }
  if (revision === stream.last) return { decision: 'write' }
  if (ids.length === 0) return { decision: 'wrong-version' }
  const differs = ids.findIndex((id, index) => stream.idAt(revision + 1 + index) !== id)
  if (differs === -1) return { decision: 'idempotent', last: revision + ids.length }
  const anew = differs === 0 && stream.softDeleted && revision === -1
  return { decision: anew ? 'write' : 'wrong-version' }
}
