import type { KnownBy } from '#domain/organisation/known-events.js'
import type { Instant } from '#domain/kernel/instant.js'
import { addDuration, type Day, parisDayOf } from '#domain/time/day.js'

/** What is asked of a trajectory: what was true on a day, as far as it was known at a moment. */
export interface Question {
  readonly asOf: Day
  readonly knownAt: Instant
  readonly knownBy: KnownBy
  /** The day before which the trajectory is shown. */
  readonly horizon: Day
}

/** Ten years ahead: far enough to see everything that goes stale under the first model. */
const USUAL_HORIZON = { months: 120, days: 0 }

/** A question with what was left open filled in: today, all that is known now, ten years ahead. */
export const questionOf = (asked: Partial<Question>, now: Instant): Question => {
  const asOf = asked.asOf ?? parisDayOf(now)
  return {
    asOf,
    knownAt: asked.knownAt ?? now,
    knownBy: asked.knownBy ?? 'recorded',
    horizon: asked.horizon ?? addDuration(asOf, USUAL_HORIZON),
  }
}
