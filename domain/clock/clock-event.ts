import { z } from 'zod'
import type { Decided, EventOf, Recorded } from '#domain/kernel/event-of.js'
import { text } from '#domain/kernel/text.js'
import type { StreamName } from '#domain/ports/event-log.js'

/** The schema of each event about time itself. */
export const clockEventSchemas = {
  /** Staff looked: the log is right in being ahead of the clock, or will not be mended. Writing goes on from there. */
  ClockJumpAccepted: z.strictObject({
    /** The moment of the log that was accepted. */
    lastRecorded: z.iso.datetime(),
    /** What the clock said then. */
    clock: z.iso.datetime(),
    reason: text(1000),
  }),
} as const

export type ClockEvent = EventOf<typeof clockEventSchemas>

/** An event that a decision gives, with the id that it will have in the log. */
export type DecidedClockEvent = Decided<ClockEvent>

/** An event as it was recorded. */
export type RecordedClockEvent = Recorded<ClockEvent>

/** One stream for the whole log. */
export const CLOCK_STREAM = 'system-clock' as StreamName // the only maker of this name
