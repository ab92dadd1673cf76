import type { Day } from '#domain/time/day.js'
import type { Evidence, Occurrence, Standing } from './evidence.js'

/**
 * Why no position is observed on a day. `nothing-on-record`: nothing by then. `only-support`: others were supported, no
 * more. `plan-dropped`: all that was on record were plans, and they are over. `nothing-that-counts`: something is on
 * record, but nothing that meets a criterion of the model on that day.
 */
export type Absence = 'nothing-on-record' | 'only-support' | 'plan-dropped' | 'nothing-that-counts'

/** Says why, for a day on which the answer is «nothing observed». */
export const absenceOn = (evidence: Evidence, day: Day): Absence => {
  const begun = [...evidence.occurrences, ...evidence.standings].filter((one) => beginOf(one) <= day)
  const own = begun.filter(({ kind }) => kind !== 'support')
  if (begun.length === 0) return 'nothing-on-record'
  if (own.length === 0) return 'only-support'
  return own.every((one) => isPlanOver(one, day)) ? 'plan-dropped' : 'nothing-that-counts'
}

/** Inherited evidence is on record from the succession on. */
const beginOf = (one: Occurrence | Standing): Day => {
  const { earliest } = 'begin' in one ? one.begin : one.range
  return one.inherited !== undefined && one.inherited.since > earliest ? one.inherited.since : earliest
}

const isPlanOver = (one: Occurrence | Standing, day: Day): boolean =>
  'begin' in one && one.kind.endsWith('-planned') && one.end !== undefined && one.end.latest <= day
