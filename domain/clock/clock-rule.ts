import type { Instant } from '#domain/kernel/instant.js'

/** How far a clock may be behind the log before its node stops writing: what several machines differ by is seconds. */
export const MOST_BEHIND = 5 * 60 * 1000

/** What a node knows of time. */
export interface Times {
  /** What its own clock says. */
  readonly clock: Instant
  /** The latest moment at which anything that it has seen of the log was recorded; 0 for an empty log. */
  readonly lastRecorded: Instant
  /** The latest moment of the log that staff accepted although a clock was behind it; 0 when none. */
  readonly acceptedThrough: Instant
}

/** «Now», for facts: a clock that was set back makes nothing unknown that is on record. */
export const nowOf = ({ clock, lastRecorded }: Pick<Times, 'clock' | 'lastRecorded'>): Instant =>
  Math.max(clock, lastRecorded)

/** Whether answers are of the log's moment rather than the clock's, so far from it that it has to be said. */
export const isBehind = ({ clock, lastRecorded }: Pick<Times, 'clock' | 'lastRecorded'>): boolean =>
  lastRecorded - clock > MOST_BEHIND

/**
 * Whether a node may record. One that is far behind may not: its clock is wrong, or that of a node that wrote, and only
 * people can tell. They set the clock right, or accept the log's moment.
 */
export const mayRecord = (times: Times): boolean =>
  !isBehind(times) || times.lastRecorded <= times.acceptedThrough
