import type { Duration } from '#domain/time/duration.js'
import type { Comparison, LeafCriterion, Where } from '#domain/maturity/model/criterion.js'

/**
 * Whether whatever meets one leaf to some amount surely meets the other to that amount: a seminar within a year is one
 * within three, a team of 5 is one of 3, a residency is a residency or an experiment. False where it is not sure.
 */
export const implies = (one: LeafCriterion, other: LeafCriterion): boolean => {
  if (!whereImplies(one.where, other.where)) return false
  if (one.form === 'standing' || other.form === 'standing') {
    return (
      one.form === 'standing' &&
      other.form === 'standing' &&
      one.kind === other.kind &&
      (other.for === undefined || (one.for !== undefined && isWithin(other.for, one.for))) &&
      windowImplies(one.fresh, other.fresh)
    )
  }
  const sameMeasure =
    one.form === 'count'
      ? other.form === 'count'
      : other.form === 'sum' && one.quantity === other.quantity && one.unknownAtMost === other.unknownAtMost
  return (
    sameMeasure &&
    one.kinds.every((kind) => other.kinds.includes(kind)) &&
    windowImplies(one.within, other.within) &&
    // What lies in a window is news of that age.
    (windowImplies(one.fresh, other.fresh) || windowImplies(one.within, other.fresh))
  )
}

const windowImplies = (one: Duration | undefined, other: Duration | undefined): boolean =>
  other === undefined || (one !== undefined && isWithin(one, other))

/** Whether one duration is never longer than the other. Of two that mix months and days nothing is sure: false both ways. */
export const isWithin = (one: Duration, other: Duration): boolean =>
  one.months <= other.months && one.days <= other.days

const whereImplies = (one: Where, other: Where): boolean =>
  other.every((asked) =>
    one.some(
      (comparison) => comparison.attribute === asked.attribute && comparisonImplies(comparison, asked),
    ),
  )

const comparisonImplies = (one: Comparison, other: Comparison): boolean =>
  (!other.known || one.known) &&
  (other.atLeast === undefined || (one.atLeast !== undefined && one.atLeast >= other.atLeast)) &&
  (other.atMost === undefined || (one.atMost !== undefined && one.atMost <= other.atMost)) &&
  (other.oneOf === undefined || one.oneOf?.every((value) => other.oneOf?.includes(value)) === true)
