import type { Duration, Day } from '#domain/time/day.js'
import { intersection, intervalSet, type Interval, type IntervalSet } from '#domain/time/interval-set.js'
import type { CountCriterion, SumCriterion } from '#domain/maturity/model/criterion.js'
import type { EvidenceIndex } from './matching.js'
import { NEVER_IN_ANY, type FourSets } from './four-sets.js'
import { certainDays, matchingOccurrences, possibleDays, type MatchingOccurrence } from './occurrence-days.js'

/** What a matching occurrence adds to a count or a sum, for certain and possibly. */
export interface Contribution extends MatchingOccurrence {
  readonly least: number
  readonly most: number
}

/**
 * The days on which enough occurrences lie in the window. Exact on both sides without `fresh`: each occurrence moves
 * on its own, so the least count on a day is the number of those certainly in the window.
 */
export const evaluateCount = (criterion: CountCriterion, index: EvidenceIndex): FourSets =>
  evaluateContributions(criterion, contributionsTo(criterion, index))

/** The days on which the quantities in the window add up. Exact as a count is, unless `where` reads the quantity. */
export const evaluateSum = (criterion: SumCriterion, index: EvidenceIndex): FourSets =>
  evaluateContributions(criterion, contributionsTo(criterion, index))

/** What each matching occurrence adds: 1 to a count, its quantity to a sum. Those that can add nothing are left out. */
export const contributionsTo = (
  criterion: CountCriterion | SumCriterion,
  index: EvidenceIndex,
): readonly Contribution[] => {
  const contributions: Contribution[] = []
  for (const matching of matchingOccurrences(index, criterion.kinds, criterion.where)) {
    const contribution = contributionOf(criterion, matching)
    if (contribution.most > 0) contributions.push(contribution)
  }
  return contributions
}

const contributionOf = (
  criterion: CountCriterion | SumCriterion,
  { occurrence, certain }: MatchingOccurrence,
): Contribution => {
  if (criterion.form === 'count') return { occurrence, certain, least: certain ? 1 : 0, most: 1 }
  const quantity = occurrence.attributes[criterion.quantity]
  if (quantity?.type !== 'quantity') return { occurrence, certain, least: 0, most: criterion.unknownAtMost }
  return { occurrence, certain, least: certain ? quantity.min : 0, most: quantity.max }
}

const evaluateContributions = (
  criterion: CountCriterion | SumCriterion,
  contributions: readonly Contribution[],
): FourSets => {
  const { atLeast, within, fresh } = criterion
  if (contributions.length === 0 || (criterion.form === 'count' && contributions.length < atLeast)) {
    return NEVER_IN_ANY
  }
  const whole = scaleOf(criterion, contributions)
  const threshold = whole(atLeast)

  const unrefuted = daysReaching(
    contributions.map(({ occurrence, most }) => ({
      ...possibleDays(occurrence, within),
      weight: whole(most),
    })),
    threshold,
  )
  if (unrefuted.length === 0) return NEVER_IN_ANY
  const kept = contributions.every(isExact)
    ? unrefuted
    : daysReaching(
        contributions.map(({ occurrence, least }) => ({
          ...certainDays(occurrence, within),
          weight: whole(least),
        })),
        threshold,
      )
  if (fresh === undefined) return { certain: kept, possible: unrefuted, unrefuted, kept }
  const possible = intersection(unrefuted, possiblyFresh(contributions, fresh))
  const certain = contributions.every(isExact)
    ? possible
    : intersection(kept, certainlyFresh(contributions, fresh))
  return { certain, possible, unrefuted, kept }
}

/** Counts are whole as they are. */
const scaleOf = (criterion: CountCriterion | SumCriterion, contributions: readonly Contribution[]) =>
  onOneScale(
    criterion.form === 'count'
      ? []
      : [criterion.atLeast, ...contributions.flatMap(({ least, most }) => [least, most])],
  )

const isExact = ({ occurrence: { range }, least, most }: Contribution): boolean =>
  range.earliest === range.latest && least === most

/** The news of a count or a sum are the occurrences that add something to it. */
const certainlyFresh = (contributions: readonly Contribution[], fresh: Duration): IntervalSet =>
  daysOf(
    contributions.filter(({ least }) => least > 0),
    (one) => certainDays(one.occurrence, fresh),
  )

const possiblyFresh = (contributions: readonly Contribution[], fresh: Duration): IntervalSet =>
  daysOf(contributions, (one) => possibleDays(one.occurrence, fresh))

const daysOf = (contributions: readonly Contribution[], days: (one: Contribution) => Interval): IntervalSet =>
  intervalSet(contributions.map(days))

/**
 * Decimals as whole numbers on one scale, so that sums are exact where binary fractions are not (0.1 + 0.7 < 0.8).
 * Exact as long as the sum, without its decimal point, stays below 2^53.
 */
export const onOneScale = (decimals: readonly number[]): ((decimal: number) => number) => {
  const places = Math.max(0, ...decimals.map(decimalPlaces))
  if (places === 0) return (decimal) => decimal
  return (decimal) => Math.round(decimal * 10 ** places)
}

/** How many digits follow the decimal point. */
const decimalPlaces = (decimal: number): number => {
  if (!Number.isFinite(decimal) || Number.isInteger(decimal)) return 0
  const [mantissa = '', exponent = '0'] = String(decimal).split('e')
  const fraction = mantissa.split('.')[1]?.length ?? 0
  return Math.max(0, fraction - Number(exponent))
}

/** Days that carry a weight; they may overlap others. */
export interface Weighed extends Interval {
  readonly weight: number
}

/**
 * The days on which the weights add up to the threshold (> 0) or more: one sweep over the bounds. Weights are whole
 * numbers >= 0, so that adding and taking away again leaves nothing behind.
 */
export const daysReaching = (weighed: readonly Weighed[], threshold: number): IntervalSet => {
  const steps: { readonly day: Day; readonly change: number }[] = []
  for (const { begin, end, weight } of weighed) {
    if (weight === 0 || (end !== null && end <= begin)) continue
    steps.push({ day: begin, change: weight })
    if (end !== null) steps.push({ day: end, change: -weight })
  }
  steps.sort((one, other) => one.day - other.day)

  const reached: Interval[] = []
  let total = 0
  let since: Day | undefined
  for (const [index, { day, change }] of steps.entries()) {
    total += change
    if (steps[index + 1]?.day === day) continue
    if (total >= threshold) since ??= day
    else if (since !== undefined) {
      reached.push({ begin: since, end: day })
      since = undefined
    }
  }
  if (since !== undefined) reached.push({ begin: since, end: null })
  return reached
}
