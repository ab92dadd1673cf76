import type { Position } from '#domain/ports/event-log.js'

/** Whether a reader is behind for longer than a moment. */
export interface Lateness {
  readonly isLate: (position: Position, head: Position) => boolean
}

/** @param tolerance in milliseconds */
export const createLateness = (tolerance: number): Lateness => {
  /** The head that was there when it was first seen to be behind, and when that was. */
  let owed: { readonly head: Position; readonly since: number } | undefined
  return {
    isLate: (position, head) => {
      if (owed !== undefined && position >= owed.head) owed = undefined
      if (position >= head) return false
      owed ??= { head, since: performance.now() }
      return performance.now() - owed.since > tolerance
    },
  }
}
