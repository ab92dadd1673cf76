import { evidenceOfStep } from '#domain/evidence/evidence-of-step.js'
import { newsOf } from '#domain/evidence/news-of-step.js'
import type { StepId } from '#domain/kernel/identifiers.js'
import { present } from '#domain/kernel/present.js'
import { certainlyStands, possiblyStands } from '#domain/maturity/evaluation/evaluate.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { daysOfFact, isOfPlan, rangeOfStage, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { quantityOf, QuantityClaim, type Quantity } from '#domain/steps/declaring/quantity.js'
import { civilOfDay } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import type { IntervalSet } from '#domain/time/interval-set.js'
import { associationOf } from './association.js'

/** One membership of one association or consortium. Unknown is absent. */
export interface MembershipOnRecord {
  readonly stepId: StepId
  /** The programme under which it is recorded, else the name of its body: what memberships are told apart by. */
  readonly association: string
  readonly title?: string
  /** The days on which it stood for certain, and possibly, as if silence meant nothing. */
  readonly surely: IntervalSet
  readonly possibly: IntervalSet
  /** When something was heard of it: behind the last of them nothing is known. */
  readonly heard: readonly DayRange[]
  readonly ended?: DayRange
  /** Why it ended, as a code of the catalogue. */
  readonly reason?: string
  /** In the order of recording. */
  readonly years: readonly MembershipYear[]
}

/** What a fact tells of one year of a membership. Who holds it and who pays for it may differ. */
export interface MembershipYear {
  readonly year: number
  /** In €. */
  readonly amount?: Quantity
  readonly tier?: string
  readonly payer?: string
  readonly rightsUsed?: string
}

/** The memberships among the steps of one organisation, announcements left out: they are none yet. */
export const membershipsAmong = (steps: readonly StepOnRecord[]): readonly MembershipOnRecord[] =>
  steps.flatMap(membershipOf)

/** The membership that a step is, if it is one: who only pays for another's, or supports it, holds none. */
const membershipOf = (step: StepOnRecord): readonly MembershipOnRecord[] => {
  if (step.kind !== 'membership') return []
  const standing = evidenceOfStep(step).standings.find(({ kind }) => kind === 'membership')
  const facts = step.facts.filter((fact) => !isOfPlan(fact))
  if (standing === undefined || facts.length === 0) return []
  const title = facts.findLast(({ fact }) => fact.title !== undefined)?.fact.title
  return [
    present({
      stepId: step.stepId,
      association: associationOf({
        body: facts.map((fact) => textOf(fact, 'body')).findLast((told) => told !== undefined),
        programme: facts.findLast(({ fact }) => fact.programme !== undefined)?.fact.programme,
      }),
      title,
      surely: certainlyStands(standing),
      possibly: possiblyStands(standing),
      heard: newsOf(facts).map(({ range }) => range),
      ended: rangeOfStage(facts, 'ended'),
      reason: standing.reason,
      years: facts.flatMap(yearOf),
    }),
  ]
}

const yearOf = (told: FactOnRecord): readonly MembershipYear[] => {
  const year = yearTold(told)
  if (year === undefined) return []
  const { cost } = told.fact
  const ofCost = cost === undefined ? undefined : { min: cost.min, max: cost.max, approximate: false }
  return [
    present({
      year,
      amount: quantityIn(told, 'amount') ?? ofCost,
      tier: textOf(told, 'tier'),
      payer: textOf(told, 'payer') ?? cost?.payer,
      rightsUsed: textOf(told, 'rightsUsed'),
    }),
  ]
}

/** The year that it names; else that of its cost; else the one in which the fact surely lies, but for an end. */
const yearTold = (told: FactOnRecord): number | undefined => {
  const named = quantityIn(told, 'year')
  if (named !== undefined)
    return named.min === named.max && Number.isInteger(named.min) ? named.min : undefined
  if (told.fact.cost?.year !== undefined) return told.fact.cost.year
  if (told.stage === 'ended' || told.stage === 'suspended') return undefined
  const { earliest, latest } = daysOfFact(told)
  const [first, last] = [civilOfDay(earliest).year, civilOfDay(latest).year]
  return first === last ? first : undefined
}

const textOf = (told: FactOnRecord, attribute: string): string | undefined => {
  const claim = told.fact.attributes?.[attribute]
  return typeof claim === 'string' ? claim : undefined
}

const quantityIn = ({ fact }: FactOnRecord, attribute: string): Quantity | undefined => {
  const claim = QuantityClaim.safeParse(fact.attributes?.[attribute])
  return claim.success ? quantityOf(claim.data) : undefined
}
