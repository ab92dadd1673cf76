import type { Day } from './day.js'

/** Days from `begin` on, before `end`; `end` null when it is open. */
export interface Interval {
  readonly begin: Day
  readonly end: Day | null
}

/** Sorted, disjoint, not touching, none empty: two equal sets are written the same. */
export type IntervalSet = readonly Interval[]

export const NEVER: IntervalSet = []

const isBefore = (one: Day | null, other: Day | null): boolean =>
  one !== null && (other === null || one < other)

/** The set of days in `[begin, end)`, empty when the end is not after the beginning. */
export const interval = (begin: Day, end: Day | null): IntervalSet =>
  end !== null && end <= begin ? NEVER : [{ begin, end }]

/** Any intervals, in any order, made a set. */
export const intervalSet = (intervals: Iterable<Interval>): IntervalSet => {
  const sorted = [...intervals]
    .filter(({ begin, end }) => end === null || begin < end)
    .sort((one, other) => one.begin - other.begin)
  const merged: Interval[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last === undefined || (last.end !== null && last.end < next.begin)) merged.push(next)
    else if (isBefore(last.end, next.end)) merged[merged.length - 1] = { begin: last.begin, end: next.end }
  }
  return merged
}

export const union = (...sets: readonly IntervalSet[]): IntervalSet => {
  const filled = sets.filter((set) => set.length > 0)
  return filled.length <= 1 ? (filled[0] ?? NEVER) : intervalSet(filled.flat())
}

export const intersection = (one: IntervalSet, other: IntervalSet): IntervalSet => {
  const common: Interval[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [a, b] = [one[i], other[j]]
    if (a === undefined || b === undefined) return common
    const begin = a.begin > b.begin ? a.begin : b.begin
    const end = isBefore(a.end, b.end) ? a.end : b.end
    if (end === null || begin < end) common.push({ begin, end })
    if (isBefore(a.end, b.end)) i += 1
    else j += 1
  }
}

/** All days of the universe `[from, ∞)` that are not in the set. */
export const complement = (set: IntervalSet, from: Day): IntervalSet => {
  const gaps: Interval[] = []
  let begin: Day | null = from
  for (const held of set) {
    if (begin === null) break
    if (begin < held.begin) gaps.push({ begin, end: held.begin })
    if (held.end === null || begin < held.end) begin = held.end
  }
  if (begin !== null) gaps.push({ begin, end: null })
  return gaps
}

export const contains = (set: IntervalSet, day: Day): boolean =>
  set.some(({ begin, end }) => begin <= day && (end === null || day < end))

/** The interval of the set in which a day lies. */
export const intervalAt = (set: IntervalSet, day: Day): Interval | undefined =>
  set.find(({ begin, end }) => begin <= day && (end === null || day < end))

export const isSubset = (inner: IntervalSet, outer: IntervalSet): boolean =>
  inner.every(({ begin, end }) =>
    outer.some((held) => held.begin <= begin && (held.end === null || (end !== null && end <= held.end))),
  )

export const sameDays = (one: IntervalSet, other: IntervalSet): boolean =>
  one.length === other.length &&
  one.every((held, index) => held.begin === other[index]?.begin && held.end === other[index].end)
