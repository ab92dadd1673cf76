import type { Day } from '#domain/time/day.js'
import type { IntervalSet } from '#domain/time/interval-set.js'
import { READINGS, type FourSets, type Reading } from './evaluation/four-sets.js'

/** In each reading the ranks that hold: bit r - 1 is set when rank r does (level r, or the r-th position). */
export type Ranks = Readonly<Record<Reading, number>>

/** A maximal interval `[begin, end)` on which the ranks, as far as the track tells them apart, are the same. */
export interface RankSpell {
  readonly begin: Day
  readonly end: Day | null
  readonly ranks: Ranks
}

/** What a track answers: of the levels the highest, of the positions all that hold. */
export type Distinction = (mask: number) => number

/** The highest rank of a mask; 0 when none holds. */
export const highestOf: Distinction = (mask) => 32 - Math.clz32(mask)

/** Every rank of a mask. */
export const allRanksOf: Distinction = (mask) => mask

/** The ranks of a mask, lowest first. */
export const ranksOf = (mask: number): readonly number[] => {
  const ranks: number[] = []
  for (let rank = 1; mask >> (rank - 1) !== 0; rank += 1) if ((mask >> (rank - 1)) & 1) ranks.push(rank)
  return ranks
}

/**
 * Splits `[from, ∞)` into spells, without gap or overlap; the last one is open. `ranked` holds the sets of rank 1
 * first, thirty at most. One walk over all bounds.
 */
export const spellsOf = (
  ranked: readonly FourSets[],
  from: Day,
  distinction: Distinction,
): readonly RankSpell[] => {
  const walkers = READINGS.map((reading) => ranked.map((sets) => walker(sets[reading])))
  const maskAt = (reading: number, day: Day): number =>
    (walkers[reading] ?? []).reduce((mask, holdsOn, index) => (holdsOn(day) ? mask | (1 << index) : mask), 0)

  const spells: RankSpell[] = []
  let current: { readonly begin: Day; readonly ranks: Ranks } | undefined
  for (const begin of boundsOf(ranked, from)) {
    const [certain, possible, unrefuted, kept] = [
      maskAt(0, begin),
      maskAt(1, begin),
      maskAt(2, begin),
      maskAt(3, begin),
    ]
    const ranks = { certain, possible, unrefuted, kept }
    if (current !== undefined && sameRanks(current.ranks, ranks, distinction)) continue
    if (current !== undefined) spells.push({ ...current, end: begin })
    current = { begin, ranks }
  }
  if (current !== undefined) spells.push({ ...current, end: null })
  return spells
}

/** The ranks that hold on a day. */
export const ranksOn = (ranked: readonly FourSets[], day: Day): Ranks => {
  const maskOf = (reading: Reading) =>
    ranked.reduce((mask, sets, index) => (walker(sets[reading])(day) ? mask | (1 << index) : mask), 0)
  return {
    certain: maskOf('certain'),
    possible: maskOf('possible'),
    unrefuted: maskOf('unrefuted'),
    kept: maskOf('kept'),
  }
}

const sameRanks = (one: Ranks, other: Ranks, distinction: Distinction): boolean =>
  READINGS.every((reading) => distinction(one[reading]) === distinction(other[reading]))

/** Every day from `from` on, itself included, on which some set begins or ends, in order. */
const boundsOf = (ranked: readonly FourSets[], from: Day): readonly Day[] => {
  const bounds = new Set<Day>([from])
  for (const sets of ranked) {
    for (const reading of READINGS) {
      for (const { begin, end } of sets[reading]) {
        if (begin > from) bounds.add(begin)
        if (end !== null && end > from) bounds.add(end)
      }
    }
  }
  return [...bounds].sort((one, other) => one - other)
}

/** Tells whether a set holds a day, for days asked in order: each interval is passed once. */
const walker = (set: IntervalSet): ((day: Day) => boolean) => {
  let next = 0
  return (day) => {
    for (;;) {
      const held = set[next]
      if (held === undefined || held.begin > day) return false
      if (held.end === null || day < held.end) return true
      next += 1
    }
  }
}
