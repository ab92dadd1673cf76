import type { News } from '#domain/maturity/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { rangeOfFact, statedOnRange } from '#domain/steps/fact-range.js'
import type { FactStage } from '#domain/steps/step-event.js'

/** Stages that tell that the thing stands: on the day on which their source spoke, it was heard of. */
const tellStanding: readonly FactStage[] = ['planned', 'started', 'begun', 'changed', 'resumed', 'confirmed']
const tellEnd: readonly FactStage[] = ['completed', 'abandoned', 'ended']

/** Every day or range of days on which something was heard of a step: its stages, and its sources while it stood. */
export const newsOf = (facts: readonly FactOnRecord[]): readonly News[] =>
  facts.flatMap((fact) => {
    const range = rangeOfFact(fact.fact, fact.recordedOn)
    const stated = tellsStanding(fact, facts) ? statedOnRange(fact.fact) : undefined
    return [{ range, event: fact.id }, ...(stated === undefined ? [] : [{ range: stated, event: fact.id }])]
  })

/** A source that tells the end as well was looking back: the day on which it spoke is no news of the standing. */
const tellsStanding = ({ stage, fact }: FactOnRecord, facts: readonly FactOnRecord[]): boolean =>
  tellStanding.includes(stage) &&
  !facts.some(
    (other) =>
      tellEnd.includes(other.stage) &&
      other.fact.statedOn === fact.statedOn &&
      other.fact.source?.reference === fact.source?.reference,
  )
