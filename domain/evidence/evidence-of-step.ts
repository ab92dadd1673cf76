import type { Attributes, Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import {
  beginnings,
  ends,
  isOfPlan,
  rangeOfStage,
  type StepOnRecord,
} from '#domain/organisation/step-on-record.js'
import { kindOf, type Kind } from '#domain/steps/catalogue/catalogue.js'
import { carriesStep } from '#domain/steps/roles.js'
import { rangeOfFact } from '#domain/steps/fact.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { covering, type DayRange } from '#domain/time/day-range.js'
import { attributeChangesOf, attributesOf } from './attributes-of-facts.js'
import { newsOf } from './news-of-step.js'
import { plansOf } from './plans-of-step.js'
import { suspensionsOf } from './suspensions-of-step.js'
import type { EventId } from '#domain/kernel/identifiers.js'

/**
 * The evidence that one engagement yields, by its shape; a supporting role yields one occurrence `support`. Who announced
 * it need not be who carried it then: the roles of the plan and of what was done are asked apart.
 */
export const evidenceOfStep = (step: StepOnRecord): Evidence => {
  const kind = kindOf(step.kind)
  const life = lifeOf(step, kind)
  const done = life.facts.some(carries)
    ? evidenceByShape(life)
    : { occurrences: support(life), standings: [] }
  const plans = step.facts.filter(isOfPlan).some(carries) ? plansOf(step) : []
  return { ...done, standings: [...done.standings, ...plans] }
}

/** A step without its plan. */
interface Life {
  readonly stepId: StepOnRecord['stepId']
  readonly kind: Kind
  readonly facts: readonly FactOnRecord[]
  /** Its begin and its end, or all of something punctual; every other fact is of mid-life. */
  readonly done: readonly FactOnRecord[]
  /** As these tell them. */
  readonly attributes: Attributes
}

const lifeOf = ({ stepId, facts: told }: StepOnRecord, kind: Kind): Life => {
  const facts = told.filter((fact) => !isOfPlan(fact))
  const done = facts.filter(isDone)
  return { stepId, kind, facts, done, attributes: attributesOf(kind, done) }
}

const isDone = ({ stage }: FactOnRecord): boolean => doneStages.includes(stage)
const doneStages: readonly FactStage[] = ['happened', ...beginnings, ...ends]

const carries = ({ kind, fact }: FactOnRecord): boolean => carriesStep(kind, fact.role)

const evidenceByShape = (life: Life): Evidence => {
  const { kind, facts } = life
  switch (kind.shape) {
    case 'punctual':
      return { occurrences: occurrence(life, kind.code, 'happened'), standings: [] }
    case 'running':
      return {
        occurrences: [
          ...occurrence(life, `${kind.code}-completed`, 'completed'),
          ...occurrence(life, `${kind.code}-abandoned`, 'abandoned'),
        ],
        standings: [...running(life), ...undertaken(life)],
      }
    case 'lasting':
      return {
        occurrences: [
          ...occurrence(life, `${kind.code}-begun`, 'begun'),
          ...occurrence(life, `${kind.code}-ended`, 'ended'),
        ],
        standings: standing(life, kind.code, rangeOfStage(facts, 'begun'), rangeOfStage(facts, 'ended')),
      }
  }
}

/** A completion without a start on record gives no standing: nobody knows since when it ran. */
const running = (life: Life): readonly Standing[] =>
  standing(
    life,
    life.kind.code,
    rangeOfStage(life.facts, 'started'),
    rangeOfStage(life.facts, 'completed', 'abandoned'),
  )

/** «Runs or was completed»: from the start on, ended only by abandonment. */
const undertaken = (life: Life): readonly Standing[] => {
  const begin = rangeOfStage(life.facts, 'started') ?? rangeOfStage(life.facts, 'completed')
  return standing(life, `${life.kind.code}-undertaken`, begin, rangeOfStage(life.facts, 'abandoned'))
}

const standing = (
  { stepId, facts, attributes }: Life,
  code: string,
  begin: DayRange | undefined,
  end: DayRange | undefined,
): readonly Standing[] => {
  if (begin === undefined) return []
  const reason = reasonOfEnd(facts)
  return [
    {
      kind: code,
      stepId,
      begin,
      ...(end === undefined ? {} : { end }),
      ...(reason === undefined ? {} : { reason }),
      attributes,
      changes: attributeChangesOf(facts.filter((fact) => !isDone(fact))),
      suspensions: suspensionsOf(facts),
      news: newsOf(facts),
      events: eventsOf(facts),
    },
  ]
}

const occurrence = (
  { stepId, facts, done, attributes }: Life,
  code: string,
  stage: FactStage,
): readonly Occurrence[] => {
  const range = rangeOfStage(facts, stage)
  if (range === undefined) return []
  return [{ kind: code, stepId, range, attributes, events: eventsBehind(done, facts) }]
}

/** On the first day of what was supported, however long it lasted. */
const support = ({ stepId, facts, done }: Life): readonly Occurrence[] => {
  const range =
    firstDaysOf(facts, ...beginnings, 'happened') ??
    firstDaysOf(facts, 'completed') ??
    firstDaysOf(facts, 'abandoned', 'ended')
  if (range === undefined) return []
  return [{ kind: 'support', stepId, range, attributes: {}, events: eventsOf(done) }]
}

/** As `rangeOfStage`, but by the first of the days that a fact lasted. */
const firstDaysOf = (
  facts: readonly FactOnRecord[],
  ...stages: readonly FactStage[]
): DayRange | undefined => {
  const [first, ...others] = facts
    .filter(({ stage }) => stages.includes(stage))
    .map(({ fact, recordedOn }) => rangeOfFact(fact, recordedOn, 'begun'))
  return first === undefined ? undefined : others.reduce(covering, first)
}

/** Undefined also where sources contradict each other; the attribute then has all that they say. */
const reasonOfEnd = (facts: readonly FactOnRecord[]): string | undefined => {
  const reasons = facts.flatMap(({ stage, fact }) => {
    const reason = stage === 'ended' ? fact.attributes?.['reason'] : undefined
    return typeof reason === 'string' ? [reason] : []
  })
  const [first, ...others] = new Set(reasons)
  return others.length === 0 ? first : undefined
}

/** The events of some facts, with those that corrected them: replaying only these gives the same facts. */
export const eventsOf = (facts: readonly FactOnRecord[]): readonly EventId[] =>
  facts.flatMap(({ id, amendments }) => [id, ...amendments.map((amendment) => amendment.id)])

/**
 * The events behind evidence that rests on some facts of a life. That the organisation carries the step may be told by
 * others of that life: without them, a replay would give the evidence of a supporter.
 */
export const eventsBehind = (
  facts: readonly FactOnRecord[],
  life: readonly FactOnRecord[],
): readonly EventId[] => {
  const carries = ({ kind, fact }: FactOnRecord): boolean => carriesStep(kind, fact.role)
  if (facts.some(carries)) return eventsOf(facts)
  return eventsOf([...facts, ...life.filter(carries)])
}
