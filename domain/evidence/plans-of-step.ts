import type { Standing } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import {
  beginnings,
  daysOfFact,
  isOfPlan,
  rangeOfStage,
  type StepOnRecord,
} from '#domain/organisation/step-on-record.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import { covering, type DayRange } from '#domain/time/day-range.js'
import { attributesOf } from './attributes-of-facts.js'
import { datedFacts, earliestOf, surelyBefore, type DatedFact } from './dated-fact.js'
import { eventsOf } from './evidence-of-step.js'
import { newsOf, newsOfStages } from './news-of-step.js'

/**
 * The plan of a step stands from its first announcement until it is dropped or the step begins, whichever comes first;
 * one that is announced again after it was dropped stands again. What was announced is an attribute of the plan alone.
 */
export const plansOf = (step: StepOnRecord): readonly Standing[] => {
  const kind = kindOf(step.kind)
  const beginning = firstSignsOf(step.facts.filter((fact) => !isOfPlan(fact)))
  const events = eventsOf([...step.facts.filter(isOfPlan), ...beginning.facts])
  return spansOf(step.facts).map(({ plans, begin, drops }) => {
    const dropped = widest(drops.map(({ range }) => range))
    const end = earliestOf([dropped, beginning.range])
    const told = plans.map((plan) => plan.told)
    return {
      kind: `${kind.code}-planned`,
      stepId: step.stepId,
      begin,
      ...(end === undefined ? {} : { end }),
      attributes: attributesOf(kind, told),
      changes: [],
      suspensions: [],
      news: [
        ...newsOf(told),
        ...(dropped === undefined ? [] : [{ range: dropped, events: drops.map((drop) => drop.told.id) }]),
        ...newsOfStages(beginning.facts),
      ],
      events,
    }
  })
}

interface Span {
  readonly plans: readonly DatedFact[]
  readonly begin: DayRange
  /** The claims that it was dropped. */
  readonly drops: readonly DatedFact[]
}

/** Announcements with the same number of drops surely before them are of one plan; the next drops end it. */
const spansOf = (facts: StepOnRecord['facts']): readonly Span[] => {
  const drops = datedFacts(facts, 'plan-dropped').toSorted((a, b) => a.range.latest - b.range.latest)
  const plans = datedFacts(facts, 'planned').map((plan) => ({
    plan,
    after: drops.filter((drop) => surelyBefore(drop, plan)).length,
  }))
  const starts = [...new Set(plans.map(({ after }) => after))].toSorted((a, b) => a - b)
  return starts.flatMap((start, index) => {
    const announced = plans.filter(({ after }) => after === start).map(({ plan }) => plan)
    const begin = earliestOf(announced.map(({ range }) => range))
    return begin === undefined
      ? []
      : [{ plans: announced, begin, drops: drops.slice(start, starts[index + 1]) }]
  })
}

/** What tells that the step began: its start; its completion, if no start is on record; else any stage of its life. */
const firstSignsOf = (
  life: readonly FactOnRecord[],
): { readonly facts: readonly FactOnRecord[]; readonly range?: DayRange | undefined } => {
  for (const stages of [[...beginnings, 'happened'], ['completed']] as const) {
    const range = rangeOfStage(life, ...stages)
    if (range !== undefined)
      return { range, facts: life.filter(({ stage }) => stages.some((s) => s === stage)) }
  }
  return { facts: life, range: earliestOf(life.map(daysOfFact)) }
}

const widest = ([first, ...others]: readonly DayRange[]): DayRange | undefined =>
  first === undefined ? undefined : others.reduce(covering, first)
