import { present } from '#domain/kernel/present.js'
import { evidenceOfStep } from '#domain/evidence/evidence-of-step.js'
import { newsOf } from '#domain/evidence/news-of-step.js'
import { certainlyStands, possiblyStands } from '#domain/maturity/evaluation/evaluate-standing.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import {
  daysOfFact,
  isOfPlan,
  rangeOfStage,
  stepsOf,
  type StepOnRecord,
} from '#domain/organisation/step-on-record.js'
import { associationOf } from '#domain/programmes/association.js'
import { quantityOf, QuantityClaim, type Quantity } from '#domain/steps/declaring/quantity.js'
import { civilOfDay } from '#domain/time/day.js'
import { notRegistered, type Derivation, type FoldedOrganisation } from '#projections/kept/kept-model.js'
import type { MembershipOnRecord, MembershipsRow, MembershipYear } from './memberships-row.js'

/** The memberships of an organisation, from all that its stream tells. */
export const membershipsRowOf = ({ id, history }: FoldedOrganisation): Derivation<MembershipsRow> => {
  const profile = profileOnRecord(history)?.profile
  if (profile === undefined) return notRegistered
  const { name, kind } = profile
  return { derived: true, row: { id, name, kind, memberships: stepsOf(history).flatMap(membershipOf) } }
}

/** Who only pays for another's membership, or supports it, holds none. */
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
      reason: textOf(
        facts.findLast(({ stage }) => stage === 'ended'),
        'reason',
      ),
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

const textOf = (told: FactOnRecord | undefined, attribute: string): string | undefined => {
  const claim = told?.fact.attributes?.[attribute]
  return typeof claim === 'string' ? claim : undefined
}

const quantityIn = ({ fact }: FactOnRecord, attribute: string): Quantity | undefined => {
  const claim = QuantityClaim.safeParse(fact.attributes?.[attribute])
  return claim.success ? quantityOf(claim.data) : undefined
}
