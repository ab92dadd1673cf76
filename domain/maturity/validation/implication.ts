import type { Duration } from '#domain/time/day.js'
import type {
  Comparison,
  CountCriterion,
  LeafCriterion,
  StandingCriterion,
  SumCriterion,
  Where,
} from '#domain/maturity/model/criterion.js'

/**
 * How much of one leaf is surely met by whatever meets the other to some amount (> 0); 0 where nothing is sure. A seminar
 * within a year is one within three, a team of 5 is one of 3, a residency is a residency or an experiment. Evidence that is
 * derived from the same steps goes together: what adds to a sum is counted, what runs or was completed was undertaken, and
 * what stands has begun.
 */
export const impliedAmount = (one: LeafCriterion, amount: number, other: LeafCriterion): number => {
  if (amount <= 0) return 0
  if (one.form === 'standing') {
    return other.form === 'standing'
      ? standingImplied(one, other)
        ? amount
        : 0
      : hasBegun(one, other)
        ? amount
        : 0
  }
  if (other.form === 'standing') return undertakenBy(one, one.form === 'count' ? amount : 1, other)
  if (!occurrencesImplied(one, other)) return 0
  if (one.form === 'sum' && other.form === 'count') return 1
  return sameMeasure(one, other) ? amount : 0
}

const standingImplied = (one: StandingCriterion, other: StandingCriterion): boolean =>
  (one.kind === other.kind || `${one.kind}-undertaken` === other.kind) &&
  whereImplies(one.where, other.where) &&
  (other.for === undefined || (one.for !== undefined && isWithin(other.for, one.for))) &&
  windowImplies(one.fresh, other.fresh)

/** Its begin may be long ago, and its attributes may have changed since. */
const hasBegun = (one: StandingCriterion, other: CountCriterion | SumCriterion): boolean =>
  other.form === 'count' &&
  other.kinds.includes(`${one.kind}-begun`) &&
  other.where.length === 0 &&
  other.within === undefined &&
  other.fresh === undefined

/** So many steps that were completed were undertaken; how long ago, and as what, is not said. */
const undertakenBy = (
  { kinds, within, fresh }: CountCriterion | SumCriterion,
  amount: number,
  other: StandingCriterion,
): number => {
  const undertaken = kinds.every((kind) => kind.replace(/-completed$/, '-undertaken') === other.kind)
  if (!undertaken || other.where.length > 0 || other.for !== undefined) return 0
  if (windowImplies(within, other.fresh)) return amount
  return windowImplies(fresh, other.fresh) ? 1 : 0
}

const occurrencesImplied = (
  one: CountCriterion | SumCriterion,
  other: CountCriterion | SumCriterion,
): boolean =>
  one.kinds.every((kind) => other.kinds.includes(kind)) &&
  whereImplies(one.where, other.where) &&
  windowImplies(one.within, other.within) &&
  // What lies in a window is news of that age.
  (windowImplies(one.fresh, other.fresh) || windowImplies(one.within, other.fresh))

const sameMeasure = (one: CountCriterion | SumCriterion, other: CountCriterion | SumCriterion): boolean =>
  one.form === 'count'
    ? other.form === 'count'
    : other.form === 'sum' && one.quantity === other.quantity && one.unknownAtMost === other.unknownAtMost

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
