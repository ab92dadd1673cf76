import type { Evidence, Occurrence, Standing } from '#domain/maturity/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { beginnings, ends, rangeOfStage, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { kindOf, type Kind } from '#domain/steps/catalogue/catalogue.js'
import { isCarrying } from '#domain/steps/roles.js'
import type { FactStage } from '#domain/steps/step-event.js'
import type { DayRange } from '#domain/time/day-range.js'
import { attributeChangesOf, attributesOf } from './attributes-of-facts.js'
import { eventsBehind } from './events-behind.js'
import { newsOf } from './news-of-step.js'
import { suspensionsOf } from './suspensions-of-step.js'

/** The stages that tell of something done; a plan tells of nothing done. */
const done: readonly FactStage[] = ['happened', ...beginnings, ...ends]

/** The evidence that one engagement yields, by its shape; a supporting role yields one occurrence `support`. */
export const evidenceOfStep = (step: StepOnRecord): Evidence => {
  const kind = kindOf(step.kind)
  const carries = kind.carriedBy === 'every-role' || step.facts.some(({ fact }) => isCarrying(fact.role))
  if (!carries) return { occurrences: support(step), standings: [] }
  const own = evidenceByShape(kind, step)
  return { ...own, standings: [...own.standings, ...planned(kind, step)] }
}

const evidenceByShape = (kind: Kind, step: StepOnRecord): Evidence => {
  switch (kind.shape) {
    case 'punctual':
      return { occurrences: occurrence(kind, step, kind.code, 'happened'), standings: [] }
    case 'running':
      return {
        occurrences: [
          ...occurrence(kind, step, `${kind.code}-completed`, 'completed'),
          ...occurrence(kind, step, `${kind.code}-abandoned`, 'abandoned'),
        ],
        standings: [...running(kind, step), ...undertaken(kind, step)],
      }
    case 'lasting':
      return {
        occurrences: [
          ...occurrence(kind, step, `${kind.code}-begun`, 'begun'),
          ...occurrence(kind, step, `${kind.code}-ended`, 'ended'),
        ],
        standings: standing(
          kind,
          step,
          kind.code,
          rangeOfStage(step.facts, 'begun'),
          rangeOfStage(step.facts, 'ended'),
        ),
      }
  }
}

/** A completion without a start on record gives no standing: nobody knows since when it ran. */
const running = (kind: Kind, step: StepOnRecord): readonly Standing[] =>
  standing(
    kind,
    step,
    kind.code,
    rangeOfStage(step.facts, 'started'),
    rangeOfStage(step.facts, 'completed', 'abandoned'),
  )

/** «Runs or was completed»: from the start on, ended only by abandonment. */
const undertaken = (kind: Kind, step: StepOnRecord): readonly Standing[] => {
  const begin = rangeOfStage(step.facts, 'started') ?? rangeOfStage(step.facts, 'completed')
  return standing(kind, step, `${kind.code}-undertaken`, begin, rangeOfStage(step.facts, 'abandoned'))
}

const standing = (
  kind: Kind,
  { stepId, facts }: StepOnRecord,
  code: string,
  begin: DayRange | undefined,
  end: DayRange | undefined,
): readonly Standing[] => {
  if (begin === undefined) return []
  const told = facts.filter(({ stage }) => stage !== 'planned' && stage !== 'plan-dropped')
  const reason = told.find(
    ({ stage, fact }) => stage === 'ended' && fact.attributes?.['reason'] !== undefined,
  )
  const isMidLife = ({ stage }: FactOnRecord): boolean => !done.includes(stage)
  return [
    {
      kind: code,
      stepId,
      begin,
      ...(end === undefined ? {} : { end }),
      ...(reason === undefined ? {} : { reason: String(reason.fact.attributes?.['reason']) }),
      attributes: attributesOf(
        kind,
        told.filter((fact) => !isMidLife(fact)),
      ),
      changes: attributeChangesOf(told.filter(isMidLife)),
      suspensions: suspensionsOf(told),
      news: newsOf(told),
      events: eventsBehind(told),
    },
  ]
}

const occurrence = (
  kind: Kind,
  { stepId, facts }: StepOnRecord,
  code: string,
  stage: FactStage,
): readonly Occurrence[] => {
  const range = rangeOfStage(facts, stage)
  if (range === undefined) return []
  const told = facts.filter((fact) => done.includes(fact.stage))
  return [{ kind: code, stepId, range, attributes: attributesOf(kind, told), events: eventsBehind(told) }]
}

/** From the first announcement until it is dropped or the step begins, whichever comes first. */
const planned = (kind: Kind, { stepId, facts }: StepOnRecord): readonly Standing[] => {
  const plans = facts.filter(({ stage }) => stage === 'planned')
  const begin = earliestOf(plans.map((fact) => rangeOfStage([fact], 'planned')))
  if (begin === undefined) return []
  const first = rangeOfStage(facts, ...beginnings, 'happened') ?? rangeOfStage(facts, 'completed')
  const end = earliestOf([rangeOfStage(facts, 'plan-dropped'), first])
  return [
    {
      kind: `${kind.code}-planned`,
      stepId,
      begin,
      ...(end === undefined ? {} : { end }),
      attributes: attributesOf(kind, plans),
      changes: [],
      suspensions: [],
      news: newsOf(plans),
      events: eventsBehind(facts.filter(({ stage }) => stage !== 'confirmed')),
    },
  ]
}

const support = ({ stepId, facts }: StepOnRecord): readonly Occurrence[] => {
  const range =
    rangeOfStage(facts, ...beginnings, 'happened') ??
    rangeOfStage(facts, 'completed') ??
    rangeOfStage(facts, 'abandoned', 'ended')
  if (range === undefined) return []
  const told = facts.filter(({ stage }) => done.includes(stage))
  return [{ kind: 'support', stepId, range, attributes: {}, events: eventsBehind(told) }]
}

/** The days on which the first of several imprecise moments may have been. */
const earliestOf = (ranges: readonly (DayRange | undefined)[]): DayRange | undefined =>
  ranges
    .filter((range) => range !== undefined)
    .reduce<DayRange | undefined>(
      (first, range) =>
        first === undefined
          ? range
          : {
              earliest: range.earliest < first.earliest ? range.earliest : first.earliest,
              latest: range.latest < first.latest ? range.latest : first.latest,
            },
      undefined,
    )
