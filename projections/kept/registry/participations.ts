import { present } from '#domain/kernel/present.js'
import { daysOfFact, isOfPlan, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { civilOfDay, FIRST_DAY } from '#domain/time/day.js'
import type { Participation } from './registry-row.js'

/** What an organisation took part in, one for each step of which more is told than a plan; the same is said once. */
export const participationsOf = (taken: readonly StepOnRecord[]): readonly Participation[] => {
  const all = taken.flatMap(participationIn)
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** The programme and the edition as told last; a step that is told in no year and no programme answers to no filter. */
const participationIn = ({ facts }: StepOnRecord): readonly Participation[] => {
  const told = facts.filter((fact) => !isOfPlan(fact))
  const named = told.findLast(({ fact }) => fact.programme !== undefined)?.fact
  const years = yearsOf(told)
  if (named === undefined && years === undefined) return []
  return [present({ programme: named?.programme, edition: named?.edition, years })]
}

/**
 * From the first to the last year in which anything of it may have happened. A fact that nobody dates, or only as before
 * some day, would say all years since 1900, and says none.
 */
const yearsOf = (facts: readonly StepOnRecord['facts'][number][]): Participation['years'] => {
  const ranges = facts.map(daysOfFact).filter(({ earliest }) => earliest > FIRST_DAY)
  if (ranges.length === 0) return undefined
  const from = Math.min(...ranges.map(({ earliest }) => civilOfDay(earliest).year))
  const to = Math.max(...ranges.map(({ latest }) => civilOfDay(latest).year))
  return { from, to }
}
