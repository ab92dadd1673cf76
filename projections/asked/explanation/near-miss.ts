import { matchingDays } from '#domain/maturity/evaluation/attribute-history.js'
import type { Comparison, LeafCriterion, StandingCriterion } from '#domain/maturity/model/criterion.js'
import { evaluateOneStanding, possiblyStands } from '#domain/maturity/evaluation/evaluate.js'
import type { AttributeValue, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import { matchValue } from '#domain/maturity/evaluation/matching.js'
import { possibleDays } from '#domain/maturity/evaluation/occurrence-days.js'
import type { Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import { contains, intersection } from '#domain/time/interval-set.js'
import { evidenceNoun, stepKindOf } from './evidence-noun.js'
import { beginOf, type OnRecord, type Piece } from './pieces.js'

/** Why a piece of evidence of the asked kind does not make a leaf hold on a day. */
export type NearMiss = { readonly piece: Piece } & (
  | { readonly why: 'ended'; readonly range: DayRange; readonly reason?: string }
  | { readonly why: 'suspended'; readonly range: DayRange }
  | { readonly why: 'too-young'; readonly reached: Day }
  | { readonly why: 'mismatch'; readonly comparison: Comparison; readonly value?: AttributeValue }
  /** It counts, or counted: there are not enough of them. */
  | { readonly why: 'counts' }
  | { readonly why: 'too-old'; readonly range: DayRange }
  /** Nothing of it is on record but its announcement, which stands. */
  | { readonly why: 'announced' }
)

/** What is on record by the day of the kinds that a leaf asks for, and why each piece does not make it hold. */
export const nearMissesOf = (
  leaf: LeafCriterion,
  day: Day,
  { evidence }: Pick<OnRecord, 'evidence'>,
): readonly NearMiss[] => {
  const own = ownMisses(leaf, day, { evidence })
  return own.length > 0 ? own : announcements(leaf, day, { evidence })
}

const announcements = (
  leaf: LeafCriterion,
  day: Day,
  { evidence }: Pick<OnRecord, 'evidence'>,
): readonly NearMiss[] => {
  const asked = leaf.form === 'standing' ? [leaf.kind] : leaf.kinds
  const plans = new Set(asked.filter(isAnnouncedAs).map((kind) => `${stepKindOf(kind)}-planned`))
  return evidence.standings
    .filter((piece) => plans.has(piece.kind) && beginOf(piece) <= day && contains(possiblyStands(piece), day))
    .map((piece) => ({ piece, why: 'announced' }))
}

/** An announcement falls short of what it announces, not of an end. */
const isAnnouncedAs = (kind: string): boolean =>
  !['planned', 'ended', 'abandoned'].includes(evidenceNoun(kind).aspect)

const ownMisses = (
  leaf: LeafCriterion,
  day: Day,
  { evidence }: Pick<OnRecord, 'evidence'>,
): readonly NearMiss[] =>
  leaf.form === 'standing'
    ? evidence.standings
        .filter((piece) => piece.kind === leaf.kind && beginOf(piece) <= day)
        .map((piece) => standingMiss(leaf, piece, day))
    : evidence.occurrences
        .filter((piece) => leaf.kinds.includes(piece.kind) && beginOf(piece) <= day)
        .map((piece) => occurrenceMiss(leaf, piece, day))

const occurrenceMiss = (
  leaf: Exclude<LeafCriterion, StandingCriterion>,
  piece: Occurrence,
  day: Day,
): NearMiss => {
  const value = (attribute: string) => piece.attributes[attribute]
  const comparison = leaf.where.find((one) => !matchValue(one, value(one.attribute)).possible)
  if (comparison !== undefined) return mismatch(piece, comparison, value(comparison.attribute))
  const { end } = possibleDays(piece, leaf.within)
  return end === null || day < end ? { piece, why: 'counts' } : { piece, why: 'too-old', range: piece.range }
}

const standingMiss = (leaf: StandingCriterion, piece: Standing, day: Day): NearMiss => {
  const { end, reason, suspensions } = piece
  const never = leaf.where.find(
    (one) => intersection(matchingDays([one], piece).possible, possiblyStands(piece)).length === 0,
  )
  if (never !== undefined) return mismatch(piece, never, valueOn(piece, never.attribute, day))
  if (end !== undefined && end.latest <= day) {
    return { piece, why: 'ended', range: end, ...(reason !== undefined && { reason }) }
  }
  if (!contains(possiblyStands(piece), day)) {
    const suspended = suspensions.findLast(({ from }) => from.latest <= day)
    return { piece, why: 'suspended', range: suspended?.from ?? piece.begin }
  }
  const comparison = leaf.where.find((one) => !contains(matchingDays([one], piece).possible, day))
  if (comparison !== undefined) return mismatch(piece, comparison, valueOn(piece, comparison.attribute, day))
  const next = evaluateOneStanding(leaf, piece).unrefuted.find(({ begin }) => begin > day)
  return contains(evaluateOneStanding(leaf, piece).unrefuted, day) || next === undefined
    ? { piece, why: 'counts' }
    : { piece, why: 'too-young', reached: next.begin }
}

const mismatch = (piece: Piece, comparison: Comparison, value: AttributeValue | undefined): NearMiss => ({
  piece,
  why: 'mismatch',
  comparison,
  ...(value !== undefined && { value }),
})

/** The last value that an attribute may have taken by a day. */
export const valueOn = (piece: Standing, attribute: string, day: Day): AttributeValue | undefined =>
  piece.changes
    .filter((change) => change.attribute === attribute && change.range.earliest <= day)
    .toSorted((one, other) => one.range.latest - other.range.latest || one.order - other.order)
    .at(-1)?.value ?? piece.attributes[attribute]
