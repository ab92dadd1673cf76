import { FIRST_DAY, type Day } from '#domain/time/day.js'
import { complement, intersection, interval, union, type IntervalSet } from '#domain/time/interval-set.js'
import type { Comparison, Where } from '#domain/maturity/model/criterion.js'
import type { AttributeChange, AttributeValue, Standing } from './evidence.js'
import { matchValue } from './matching.js'

/** The days on which a standing's attributes match, whether or not it stands then. */
export interface MatchingDays {
  readonly certain: IntervalSet
  readonly possible: IntervalSet
}

const ALWAYS: IntervalSet = interval(FIRST_DAY, null)

/** The days on which every comparison matches, through all changes of the attributes. */
export const matchingDays = (where: Where, standing: Standing): MatchingDays => {
  let days: MatchingDays = { certain: ALWAYS, possible: ALWAYS }
  for (const comparison of where) {
    const { certain, possible } = daysOf(comparison, standing)
    days = {
      certain: intersection(days.certain, certain),
      possible: intersection(days.possible, possible),
    }
  }
  return days
}

/**
 * Possible where a matching value may be the current one; certain where no value that may fail to match may be it.
 * So a change between two values that both match leaves no hole.
 */
const daysOf = (comparison: Comparison, standing: Standing): MatchingDays => {
  const changes = standing.changes.filter(({ attribute }) => attribute === comparison.attribute)
  const values = [
    { value: initialValue(comparison.attribute, standing), days: untilOneSurelyCame(FIRST_DAY, changes) },
    ...changes.map((change) => ({
      value: change.value,
      days: untilOneSurelyCame(
        change.range.earliest,
        changes.filter((other) => surelyCameAfter(other, change)),
      ),
    })),
  ].map(({ value, days }) => ({ days, ...matchValue(comparison, value) }))

  const where = (chosen: (match: { certain: boolean; possible: boolean }) => boolean) =>
    union(...values.filter(chosen).map(({ days }) => days))
  return {
    possible: where(({ possible }) => possible),
    certain: complement(
      where(({ certain }) => !certain),
      FIRST_DAY,
    ),
  }
}

/** The reason of an end is an attribute like the others, told beside them. */
const initialValue = (attribute: string, standing: Standing): AttributeValue | undefined =>
  standing.attributes[attribute] ??
  (attribute === 'reason' && standing.reason !== undefined
    ? { type: 'codes', values: [standing.reason] }
    : undefined)

const surelyCameAfter = (other: AttributeChange, change: AttributeChange): boolean =>
  other.range.earliest > change.range.latest ||
  (other.range.earliest === change.range.latest && other.order > change.order)

/** From the day on, as long as none of these changes has come for certain. */
const untilOneSurelyCame = (from: Day, changes: readonly AttributeChange[]): IntervalSet => {
  const begin = from > FIRST_DAY ? from : FIRST_DAY
  const [first, ...others] = changes
  if (first === undefined) return interval(begin, null)
  const end = others.reduce(
    (soonest, { range }) => (range.latest < soonest ? range.latest : soonest),
    first.range.latest,
  )
  return interval(begin, end)
}
