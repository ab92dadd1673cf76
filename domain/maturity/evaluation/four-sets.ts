import { FIRST_DAY } from '#domain/time/day.js'
import {
  complement,
  intersection,
  NEVER,
  union,
  type Interval,
  type IntervalSet,
} from '#domain/time/interval-set.js'
import { daysReaching } from './evaluate-count.js'

/**
 * The days on which something holds, in four readings. C ⊆ P ⊆ U and C ⊆ K ⊆ U; with exact dates, quantities and
 * attributes and nothing inherited C = P and K = U.
 */
export interface FourSets {
  /** Whatever day each imprecise date really was, on evidence still fresh. */
  readonly certain: IntervalSet
  /** For some choice of the imprecise dates, on evidence still fresh. */
  readonly possible: IntervalSet
  /** As possible, and on after the evidence went stale, until a contrary fact. */
  readonly unrefuted: IntervalSet
  /** As certain, and on after the evidence went stale, until a contrary fact. */
  readonly kept: IntervalSet
}

export type Reading = keyof FourSets

export const READINGS = ['certain', 'possible', 'unrefuted', 'kept'] as const satisfies readonly Reading[]

export const NEVER_IN_ANY: FourSets = { certain: NEVER, possible: NEVER, unrefuted: NEVER, kept: NEVER }

/** Which reading of a part decides a reading of its negation: it does not hold for certain where it may hold, stale or not. */
export const NEGATED: Readonly<Record<Reading, Reading>> = {
  certain: 'unrefuted',
  possible: 'kept',
  unrefuted: 'certain',
  kept: 'possible',
}

/** Where every part holds, reading by reading. */
export const allOf = (parts: readonly FourSets[]): FourSets => {
  const [first, ...others] = parts
  if (first === undefined) return bySet(parts, () => complement(NEVER, FIRST_DAY))
  if (others.length === 0) return first
  return bySet(parts, (sets) => sets.reduce(intersection))
}

/** Where some part holds, reading by reading. */
export const anyOf = (parts: readonly FourSets[]): FourSets => {
  const filled = parts.filter((part) => part.unrefuted.length > 0)
  return filled.length <= 1 ? (filled[0] ?? NEVER_IN_ANY) : bySet(filled, (sets) => union(...sets))
}

/** Where at least so many parts hold, reading by reading. */
export const atLeastOf = (atLeast: number, parts: readonly FourSets[]): FourSets => {
  if (atLeast === 1) return anyOf(parts)
  if (parts.filter((part) => part.unrefuted.length > 0).length < atLeast) return NEVER_IN_ANY
  const weigh = (set: IntervalSet) => set.map((held: Interval) => ({ ...held, weight: 1 }))
  return bySet(parts, (sets) => daysReaching(sets.flatMap(weigh), atLeast))
}

/** Where the part does not hold: (C, P, U, K) becomes (¬U, ¬K, ¬C, ¬P). */
export const notOf = (part: FourSets): FourSets => {
  const without = (set: IntervalSet) => complement(set, FIRST_DAY)
  const [unrefuted, possible] = [without(part.certain), without(part.kept)]
  return {
    certain: part.unrefuted === part.certain ? unrefuted : without(part.unrefuted),
    possible,
    unrefuted,
    kept: part.possible === part.kept ? possible : without(part.possible),
  }
}

/** Computes reading by reading, and only once what all parts share between two readings. */
const bySet = (
  parts: readonly FourSets[],
  compute: (sets: readonly IntervalSet[]) => IntervalSet,
): FourSets => {
  const of = (reading: Reading) => compute(parts.map((part) => part[reading]))
  const shared = (one: Reading, other: Reading) => parts.every((part) => part[one] === part[other])
  const certain = of('certain')
  const possible = shared('possible', 'certain') ? certain : of('possible')
  const kept = shared('kept', 'certain') ? certain : of('kept')
  const unrefuted = shared('unrefuted', 'possible')
    ? possible
    : shared('unrefuted', 'kept')
      ? kept
      : of('unrefuted')
  return { certain, possible, unrefuted, kept }
}
