import type { News } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { ends, rangeOfStage } from '#domain/organisation/step-on-record.js'
import { statedOnRange } from '#domain/steps/fact-range.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { DayRange } from '#domain/time/day-range.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'

/** Stages that tell that the thing stands: on the day on which their source spoke, it was heard of. */
const tellStanding: readonly FactStage[] = ['planned', 'started', 'begun', 'changed', 'resumed', 'confirmed']

/** Every day or range of days on which something was heard of a step: its stages, and its sources while it stood. */
export const newsOf = (facts: readonly FactOnRecord[]): readonly News[] => {
  const end = rangeOfStage(facts, ...ends)
  return facts.flatMap((told) => {
    const range = daysOfFact(told)
    const stated = tellStanding.includes(told.stage) ? statedOnRange(told.fact) : undefined
    const heard = stated !== undefined && !looksBack(told, stated, facts, end) && !isSame(stated, range)
    return [{ range, event: told.id }, ...(heard ? [{ range: stated, event: told.id }] : [])]
  })
}

/**
 * A source that tells the end as well was looking back, and so was one that spoke surely after the end: the day on which
 * it spoke is no news of the standing.
 */
const looksBack = (
  { fact }: FactOnRecord,
  stated: DayRange,
  facts: readonly FactOnRecord[],
  end: DayRange | undefined,
): boolean =>
  (end !== undefined && stated.earliest > end.latest) ||
  facts.some(
    (other) =>
      ends.some((stage) => stage === other.stage) &&
      other.fact.statedOn === fact.statedOn &&
      other.fact.source?.reference === fact.source?.reference,
  )

const isSame = (one: DayRange, other: DayRange): boolean =>
  one.earliest === other.earliest && one.latest === other.latest
