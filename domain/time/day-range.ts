import type { Day } from './day.js'

/** The days on which something imprecise may have been: both ends included, `earliest <= latest`. */
export interface DayRange {
  readonly earliest: Day
  readonly latest: Day
}

export const exactly = (day: Day): DayRange => ({ earliest: day, latest: day })

/** The smallest range that covers both: how two claims about the same stage are read together. */
export const covering = (one: DayRange, other: DayRange): DayRange => ({
  earliest: one.earliest < other.earliest ? one.earliest : other.earliest,
  latest: one.latest > other.latest ? one.latest : other.latest,
})
