import type { Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import type { LeafCriterion } from '#domain/maturity/model/criterion.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import { contributionsTo, type Contribution, onOneScale } from '#domain/maturity/evaluation/evaluate-count.js'
import { evaluateOneStanding, type Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import type { Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import { indexEvidence, type EvidenceIndex } from '#domain/maturity/evaluation/matching.js'
import { certainDays, possibleDays } from '#domain/maturity/evaluation/occurrence-days.js'

/**
 * What one leaf lacks on a day. `hold`: it must come to hold for certain; `cease`: it stands under a `not`, and nothing
 * may leave it open any more. `state` says how it stands now: `possible` a date or a figure is too vague, settling it may
 * suffice; `stale` it held until its news grew old, a confirmation may suffice; `lacking` not at all; `in-the-way` it
 * holds, or nothing refutes it, and must be overcome.
 */
export interface Shortfall {
  readonly leaf: LeafCriterion
  readonly goal: 'hold' | 'cease'
  readonly state: 'possible' | 'stale' | 'lacking' | 'in-the-way'
  /** What counts for certain on the day: occurrences, their quantities added up, or standings. */
  readonly have: number
  /** What counts possibly, stale or not. */
  readonly possibly: number
  /** How much the criterion asks; under a `not`, how much must not be reached. */
  readonly need: number
  /** The evidence that bears on it on the day, certain or not. */
  readonly evidence: readonly (Occurrence | Standing)[]
}

/** Measures the leaves of a model on the evidence of one organisation. */
export type Measure = (leaf: Evaluated & { readonly criterion: LeafCriterion }, day: Day) => Measured
type Measured = Pick<Shortfall, 'have' | 'possibly' | 'need' | 'evidence'>

export const measureIn = ({
  evidence,
  model,
}: {
  readonly evidence: Evidence
  readonly model: Model
}): Measure => {
  const index = indexEvidence(evidence, model.inheritance)
  return ({ criterion }, day) =>
    criterion.form === 'standing'
      ? standingsOn(criterion, index, day)
      : contributionsOn(criterion, index, day)
}

/** What a leaf lacks on a day to hold for certain, or to be surely gone. */
export const shortfallOf = (
  leaf: Evaluated & { readonly criterion: LeafCriterion },
  goal: Shortfall['goal'],
  day: Day,
  measure: Measure,
): Shortfall => ({
  leaf: leaf.criterion,
  goal,
  state: goal === 'cease' ? 'in-the-way' : stateOn(leaf, day),
  ...measure(leaf, day),
})

const stateOn = ({ sets }: Evaluated, day: Day): 'possible' | 'stale' | 'lacking' => {
  if (contains(sets.possible, day)) return 'possible'
  return contains(sets.unrefuted, day) ? 'stale' : 'lacking'
}

const contributionsOn = (
  criterion: Exclude<LeafCriterion, { form: 'standing' }>,
  index: EvidenceIndex,
  day: Day,
): Measured => {
  const all = contributionsTo(criterion, index)
  const certain = all.filter(({ occurrence }) => contains([certainDays(occurrence, criterion.within)], day))
  const possible = all.filter(({ occurrence }) => contains([possibleDays(occurrence, criterion.within)], day))
  return {
    have: sumOf(certain, 'least'),
    possibly: sumOf(possible, 'most'),
    need: criterion.atLeast,
    evidence: possible.map(({ occurrence }) => occurrence),
  }
}

const standingsOn = (
  criterion: Extract<LeafCriterion, { form: 'standing' }>,
  index: EvidenceIndex,
  day: Day,
): Measured => {
  const all = (index.standings.get(criterion.kind) ?? []).map((standing) => ({
    standing,
    sets: evaluateOneStanding(criterion, standing),
  }))
  const unrefuted = all.filter(({ sets }) => contains(sets.unrefuted, day))
  return {
    have: all.filter(({ sets }) => contains(sets.certain, day)).length,
    possibly: unrefuted.length,
    need: criterion.atLeast,
    evidence: unrefuted.map(({ standing }) => standing),
  }
}

/** Decimals are added as the engine adds them: on one scale, as whole numbers. */
const sumOf = (contributions: readonly Contribution[], side: 'least' | 'most'): number => {
  const amounts = contributions.map((contribution) => contribution[side])
  const whole = onOneScale(amounts)
  const unit = whole(1)
  return amounts.reduce((sum, amount) => sum + whole(amount), 0) / unit
}
