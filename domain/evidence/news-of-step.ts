import type { News } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { daysOfFact, ends, rangeOfStage } from '#domain/organisation/step-on-record.js'
import { statedOnRange } from '#domain/steps/fact.js'
import { comesOnce, type FactStage } from '#domain/steps/declaring/kind.js'
import { covering, type DayRange } from '#domain/time/day-range.js'

/** Stages that tell that the thing stands: on the day on which their source spoke, it was heard of. */
const tellStanding: readonly FactStage[] = ['planned', 'started', 'begun', 'changed', 'resumed', 'confirmed']

/** Every day or range of days on which something was heard of a step: its stages, and its sources while it stood. */
export const newsOf = (facts: readonly FactOnRecord[]): readonly News[] => {
  const end = rangeOfStage(facts, ...ends)
  return facts.flatMap((told) => {
    const claims = claimsBeside(told, facts)
    const stated = tellStanding.includes(told.stage) ? statedOnRange(told.fact) : undefined
    const heard =
      stated !== undefined &&
      !looksBack(told, stated, facts, end) &&
      !isSame(stated, claims.map(daysOfFact).reduce(covering))
    return [...newsOfStage(told, claims), ...(heard ? [{ range: stated, events: [told.id] }] : [])]
  })
}

/** The news that the stages are, whenever their sources spoke. */
export const newsOfStages = (facts: readonly FactOnRecord[]): readonly News[] =>
  facts.flatMap((told) => newsOfStage(told, claimsBeside(told, facts)))

/** Of what comes once, sources that differ tell one day, in doubt: no claim is fresher news than the others allow. */
const claimsBeside = (told: FactOnRecord, facts: readonly FactOnRecord[]): readonly FactOnRecord[] =>
  comesOnce(told.stage) ? facts.filter(({ stage }) => stage === told.stage) : [told]

/** Told with the first of the claims. */
const newsOfStage = (told: FactOnRecord, claims: readonly FactOnRecord[]): readonly News[] =>
  claims[0] === told
    ? [{ range: claims.map(daysOfFact).reduce(covering), events: claims.map(({ id }) => id) }]
    : []

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
