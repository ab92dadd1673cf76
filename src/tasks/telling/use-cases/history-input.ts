import type { z } from 'zod'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { knownEvents } from '#domain/organisation/known-events.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { Question } from '#domain/trajectory/question.js'
import { TrajectoryQuery } from '#src/handling/asking/question-input.js'

/** What may be asked of a history: the two clocks of a trajectory. */
export const HistoryQuery = TrajectoryQuery.pick({ asOf: true, knownAt: true, knownBy: true })
export type HistoryQuery = z.infer<typeof HistoryQuery>

export type AskedHistory = Partial<Pick<Question, 'asOf' | 'knownAt' | 'knownBy'>>

/** The events that were known at the asked moment; all of them where nothing of it was asked. */
export const eventsAsked = (
  events: readonly RecordedEvent[],
  { knownAt, knownBy = 'recorded' }: AskedHistory,
  now: Instant,
): readonly RecordedEvent[] =>
  knownAt === undefined && knownBy === 'recorded'
    ? events
    : knownEvents(events, { knownAt: knownAt ?? now, knownBy })
