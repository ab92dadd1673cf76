import { exactly, type DayRange } from '#domain/time/day-range.js'
import { day, FIRST_DAY, type Day } from '#domain/time/day.js'
import { beginRangeOf, endRangeOf, imprecise, windowOf } from '#domain/time/edtf.js'
import type { FactDates } from './fact.js'
import type { FactStage } from './declaring/kind.js'

/** The last day on which a fact can have been told: the last day of its source, else the day of its recording. */
export const lastDayTold = ({ statedOn }: FactDates, recordedOn: Day): Day => {
  if (statedOn === undefined) return recordedOn
  const told = endRangeOf(imprecise(statedOn))
  return typeof told === 'string' ? recordedOn : told.latest
}

/**
 * The days on which a fact may have happened, as its own words say, before what its source could know bounds them.
 * What lasted several days counts on its last, and what opens a stretch of time on its first; an undated fact lies in its
 * window, else on or before the day on which it was told. Undated announcements and confirmations are of the day on which
 * they were told.
 */
export const statedRange = (fact: FactDates, recordedOn: Day, stage: FactStage): DayRange => {
  const told = lastDayTold(fact, recordedOn)
  if (fact.occurred !== undefined) {
    const date = imprecise(fact.occurred)
    if (opensStretch.has(stage)) return beginRangeOf(date)
    const end = endRangeOf(date)
    return typeof end === 'string' ? { earliest: beginRangeOf(date).earliest, latest: told } : end
  }
  if (fact.within !== undefined) {
    const { earliest, latest } = windowOf(imprecise(fact.within))
    return { earliest, latest: latest ?? told }
  }
  if (stage === 'planned' || stage === 'confirmed') return statedOnRange(fact) ?? exactly(recordedOn)
  return { earliest: FIRST_DAY, latest: told }
}

const opensStretch: ReadonlySet<FactStage> = new Set(['planned', 'started', 'begun', 'suspended'])

/**
 * The days on which a fact may have happened: what a source tells as done is not later than the day on which it spoke.
 * `stage` matters to what opens a stretch of time, and to undated announcements and confirmations: see `statedRange`.
 */
export const rangeOfFact = (fact: FactDates, recordedOn: Day, stage: FactStage): DayRange => {
  const { earliest, latest } = statedRange(fact, recordedOn, stage)
  const told = lastDayTold(fact, recordedOn)
  return { earliest, latest: day(Math.max(earliest, Math.min(latest, told))) }
}

/** The days on which the source may have spoken; undefined when it does not say. */
export const statedOnRange = ({ statedOn }: FactDates): DayRange | undefined => {
  if (statedOn === undefined) return undefined
  const told = endRangeOf(imprecise(statedOn))
  return typeof told === 'string' ? undefined : told
}
