import type { Position, StoredEvent } from './event-log.js'

/** What a reactor is handed: events of its types, in order, and how far with them the log has been gone through. */
export interface Happened {
  readonly events: readonly StoredEvent[]
  readonly position: Position
  /** Whether this is all that is known of for now: until then, what one event left open another may have closed. */
  readonly isAll: boolean
}

/**
 * Someone who acts on events after the fact: completes, delivers, publishes. Each event comes at least once, also a second
 * time after a stop or a failure, so that to act again must be harmless. What it meets stops neither the rows nor other
 * reactors: it is tried again.
 */
export interface Reactor {
  readonly name: string
  /** The types of the events that it is handed. */
  readonly types: readonly string[]
  /** Where it goes on after a start: `start` where what it keeps lives in memory, else behind all that it did. */
  readonly from: 'start' | 'checkpoint'
  /**
   * Resolves with up to where everything is done; undefined where something is still open, so that after a stop it begins
   * where it would have begun before. A rejection is told to the operator, and the same is handed over again after a pause.
   */
  readonly react: (happened: Happened) => Promise<Position | undefined>
  /** The log is another one than before: what was kept of it is forgotten, and the first event comes next. */
  readonly startOver?: () => void
  /** Resolves when nothing that it began runs any more. */
  readonly close?: () => Promise<void>
}
