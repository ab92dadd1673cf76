import { matchingDays } from '#domain/maturity/evaluation/attribute-history.js'
import type { LeafCriterion, StandingCriterion } from '#domain/maturity/model/criterion.js'
import type { LeafEvidenceOf } from '#domain/maturity/reasons/contributions.js'
import { evaluateOneStanding, newsOf, staleFrom } from '#domain/maturity/evaluation/evaluate.js'
import type { AttributeValue, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import { matchValue } from '#domain/maturity/evaluation/matching.js'
import { certainDays } from '#domain/maturity/evaluation/occurrence-days.js'
import { type Day, addDuration } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import { contains, intervalSet } from '#domain/time/interval-set.js'
import { valueOn } from './near-miss.js'
import { isStanding, type Piece } from './pieces.js'

/** What happened on a day that is not known. */
export type UnknownDay = 'happened' | 'began' | 'ended' | 'suspended' | 'resumed' | 'changed' | 'heard-of'

/** One thing that is not known of a piece of evidence, and that would settle a «perhaps». */
export type Unsettled = { readonly piece: Piece } & (
  | { readonly what: 'date'; readonly of: UnknownDay; readonly range: DayRange }
  /** Unknown where no value is given, else too wide a range. */
  | { readonly what: 'attribute'; readonly attribute: string; readonly value?: AttributeValue }
  /** Inherited, and nothing was heard of it since. */
  | { readonly what: 'continuation'; readonly since: Day }
)

/**
 * Which two readings of a leaf a «perhaps» lies between: `fresh`: possible, not certain; `lasting`: unrefuted, not kept.
 * A negation swaps them.
 */
export type Pair = 'fresh' | 'lasting'

export const readingsOf = {
  fresh: { sure: 'certain', perhaps: 'possible' },
  lasting: { sure: 'kept', perhaps: 'unrefuted' },
} as const

/** Everything of a leaf’s evidence that is too vague on a day on which the leaf holds in the wider reading only. */
export const unsettledOf = (
  leaf: LeafCriterion,
  pair: Pair,
  day: Day,
  leafEvidence: LeafEvidenceOf,
): readonly Unsettled[] => {
  const { sure, perhaps } = readingsOf[pair]
  const counting = leafEvidence(leaf, perhaps)
    .filter(({ counts }) => contains(counts, day))
    .map(({ evidence }) => evidence)
  if (leaf.form === 'standing') {
    return counting
      .filter(isStanding)
      .filter((piece) => !contains(evaluateOneStanding(leaf, piece)[sure], day))
      .flatMap((piece) => unsettledStanding(leaf, piece, pair, day))
  }
  const occurrences = counting.filter((piece): piece is Occurrence => !isStanding(piece))
  const news =
    pair === 'lasting' || leaf.fresh === undefined
      ? []
      : leafEvidence(leaf, perhaps).flatMap(({ evidence, refreshes }) =>
          isStanding(evidence) || !contains(refreshes, day) ? [] : [evidence],
        )
  const surelyFresh = news.some((piece) => within(piece, leaf.fresh, day))
  return distinct([
    ...occurrences.flatMap((piece) => unsettledOccurrence(leaf, piece, day)),
    ...(surelyFresh ? [] : news.flatMap((piece) => dateOf(piece, 'happened', piece.range))),
  ])
}

const within = (piece: Occurrence, atMost: LeafCriterion['fresh'], day: Day): boolean =>
  contains(intervalSet([certainDays(piece, atMost)]), day)

const unsettledOccurrence = (
  leaf: Exclude<LeafCriterion, StandingCriterion>,
  piece: Occurrence,
  day: Day,
): readonly Unsettled[] => {
  const asked = leaf.where.filter((one) => !matchValue(one, piece.attributes[one.attribute]).certain)
  const summed = leaf.form === 'sum' && isVague(piece.attributes[leaf.quantity]) ? [leaf.quantity] : []
  return [
    ...(within(piece, leaf.within, day) ? [] : dateOf(piece, 'happened', piece.range)),
    ...[...new Set([...asked.map(({ attribute }) => attribute), ...summed])].map((attribute) =>
      unknownAttribute(piece, attribute, piece.attributes[attribute]),
    ),
  ]
}

const unsettledStanding = (
  leaf: StandingCriterion,
  piece: Standing,
  pair: Pair,
  day: Day,
): readonly Unsettled[] => {
  const aged = (from: Day): Day => (leaf.for === undefined ? from : addDuration(from, leaf.for))
  const open = (range: DayRange | undefined, moved: (day: Day) => Day): range is DayRange =>
    range !== undefined && moved(range.earliest) <= day && day < moved(range.latest)
  const asIs = (one: Day): Day => one
  const { begin, end, suspensions, inherited } = piece
  const found: readonly Unsettled[] = distinct([
    ...(open(begin, aged) ? dateOf(piece, 'began', begin) : []),
    ...(open(end, asIs) ? dateOf(piece, 'ended', end) : []),
    ...suspensions.flatMap(({ from, to }) => [
      ...(open(from, asIs) ? dateOf(piece, 'suspended', from) : []),
      ...(open(to, aged) ? dateOf(piece, 'resumed', to) : []),
    ]),
    ...attributesUnsettled(leaf, piece, day),
    ...(pair === 'fresh' ? newsUnsettled(leaf, piece, day) : []),
    ...(inherited?.surely === false
      ? [{ piece, what: 'continuation', since: inherited.since } as const]
      : []),
  ])
  return found.length > 0 ? found : everythingVague(leaf, piece)
}

const attributesUnsettled = (leaf: StandingCriterion, piece: Standing, day: Day): readonly Unsettled[] =>
  leaf.where.flatMap((comparison) => {
    if (contains(matchingDays([comparison], piece).certain, day)) return []
    const { attribute } = comparison
    const value = valueOn(piece, attribute, day)
    const changing = piece.changes.filter(
      ({ attribute: name, range }) => name === attribute && range.earliest <= day && day < range.latest,
    )
    const dates = changing.flatMap(({ range }) => dateOf(piece, 'changed', range))
    return matchValue(comparison, value).certain && dates.length > 0
      ? dates
      : [unknownAttribute(piece, attribute, value), ...dates]
  })

const newsUnsettled = (leaf: StandingCriterion, piece: Standing, day: Day): readonly Unsettled[] => {
  if (leaf.fresh === undefined || day < staleFrom(piece, leaf.fresh).certain) return []
  const last = newsOf(piece)
    .map(({ range }) => range)
    .reduce((one, other) => (other.latest > one.latest ? other : one))
  return dateOf(piece, 'heard-of', last)
}

/** Where no single day or figure is open on the day itself: an age or a change that depends on one before. */
const everythingVague = (leaf: StandingCriterion, piece: Standing): readonly Unsettled[] =>
  distinct([
    ...dateOf(piece, 'began', piece.begin),
    ...(piece.end === undefined ? [] : dateOf(piece, 'ended', piece.end)),
    ...piece.suspensions.flatMap(({ from, to }) => [
      ...dateOf(piece, 'suspended', from),
      ...(to === undefined ? [] : dateOf(piece, 'resumed', to)),
    ]),
    ...leaf.where.flatMap(({ attribute }) => [
      ...(isVague(piece.attributes[attribute])
        ? [unknownAttribute(piece, attribute, piece.attributes[attribute])]
        : []),
      ...piece.changes
        .filter((change) => change.attribute === attribute)
        .flatMap((change) => [
          ...dateOf(piece, 'changed', change.range),
          ...(isVague(change.value) ? [unknownAttribute(piece, attribute, change.value)] : []),
        ]),
    ]),
  ])

const isVague = (value: AttributeValue | undefined): boolean =>
  value === undefined || value.type === 'one-of' || (value.type === 'quantity' && value.min < value.max)

/** A day that is known is no question. */
const dateOf = (piece: Piece, of: UnknownDay, range: DayRange): readonly Unsettled[] =>
  range.earliest < range.latest ? [{ piece, what: 'date', of, range }] : []

const unknownAttribute = (piece: Piece, attribute: string, value: AttributeValue | undefined): Unsettled => ({
  piece,
  what: 'attribute',
  attribute,
  ...(value !== undefined && { value }),
})

/** The same question once, whichever way it came up. */
export const distinct = (all: readonly Unsettled[]): readonly Unsettled[] => {
  const keyOf = (one: Unsettled) =>
    JSON.stringify([
      one.piece.stepId,
      one.what,
      one.what === 'date'
        ? [one.of === 'heard-of' ? 'began' : one.of, one.range]
        : one.what === 'attribute'
          ? one.attribute
          : '',
    ])
  const byKey = new Map(all.toReversed().map((one) => [keyOf(one), one]))
  return all.filter((one) => byKey.get(keyOf(one)) === one)
}
