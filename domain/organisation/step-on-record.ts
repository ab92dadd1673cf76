import type { StepId } from '#domain/kernel/identifiers.js'
import type { Stage, FactStage } from '#domain/steps/declaring/kind.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { rangeOfFact } from '#domain/steps/fact.js'
import { covering, type DayRange } from '#domain/time/day-range.js'
import type { FactOnRecord, Link, OrganisationHistory } from './history.js'

/** One engagement with its facts that stand, in the order of recording. */
export interface StepOnRecord {
  readonly stepId: StepId
  readonly kind: KindCode
  readonly facts: readonly [FactOnRecord, ...FactOnRecord[]]
  readonly follows: readonly StepId[]
}

/** The engagements of an organisation, in the order in which they were first recorded; retracted facts are left out. */
export const stepsOf = ({ facts, links }: OrganisationHistory): readonly StepOnRecord[] => {
  const grouped = new Map<StepId, [FactOnRecord, ...FactOnRecord[]]>()
  for (const fact of facts.values()) {
    if (fact.retracted) continue
    const group = grouped.get(fact.fact.stepId)
    if (group === undefined) grouped.set(fact.fact.stepId, [fact])
    else group.push(fact)
  }
  return [...grouped].map(([stepId, group]) => ({
    stepId,
    kind: group[0].kind,
    facts: group,
    follows: [...new Set([...group.flatMap(({ fact }) => fact.follows ?? []), ...linkedTo(links, stepId)])],
  }))
}

/** What a step was linked to after it was recorded, links that were taken back left out. */
export const linkedTo = (links: readonly Link[], stepId: StepId): readonly StepId[] =>
  links.filter((link) => link.stepId === stepId && !link.retracted).flatMap(({ follows }) => follows)

/** The facts of one step that stand, in the order of recording. */
export const factsOfStep = ({ facts }: OrganisationHistory, stepId: StepId): readonly FactOnRecord[] =>
  [...facts.values()].filter((fact) => !fact.retracted && fact.fact.stepId === stepId)

/** The first claim about a stage. */
export const firstOf = (
  facts: readonly FactOnRecord[],
  ...stages: readonly FactStage[]
): FactOnRecord | undefined => facts.find(({ stage }) => stages.includes(stage))

/** The days on which a fact on record may have happened. */
export const daysOfFact = ({ fact, recordedOn, stage }: FactOnRecord): DayRange =>
  rangeOfFact(fact, recordedOn, stage)

/** The days on which a stage may have been, all claims about it read together; undefined when nobody told of it. */
export const rangeOfStage = (
  facts: readonly FactOnRecord[],
  ...stages: readonly FactStage[]
): DayRange | undefined => {
  const [first, ...others] = facts.filter(({ stage }) => stages.includes(stage)).map(daysOfFact)
  return first === undefined ? undefined : others.reduce(covering, first)
}

/** The stages with which a life begins, and those with which it ends. */
export const beginnings: readonly Stage[] = ['started', 'begun']
export const ends: readonly Stage[] = ['completed', 'abandoned', 'ended']

/** An announcement, or its withdrawal: it tells of nothing done. */
export const isOfPlan = ({ stage }: FactOnRecord): boolean => stage === 'planned' || stage === 'plan-dropped'
