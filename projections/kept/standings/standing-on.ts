import { highestOf, type Ranks } from '#domain/maturity/spells.js'
import { summaryOf, type RankSummary } from '#domain/maturity/summary.js'
import type { Day } from '#domain/time/day.js'
import type { StandingsRow } from './standings.js'

/** Which positions an organisation holds on a day, as its trajectory answers. */
export interface StandingOn {
  /** Whether the day lies within the trajectory, before it begins, or after the organisation's end. */
  readonly period: 'within' | 'before' | 'ended'
  readonly ranks: Ranks
  /** The highest position that nothing refutes, how sure it is, and the highest that is held for certain. */
  readonly summary: RankSummary
  /** The first day of this very answer; the trajectory's first day at the earliest. */
  readonly since: Day
  /** The first day on which the answer will be another if nothing happens; null if never. */
  readonly until: Day | null
}

/** Where an organisation stands on any day, past or to come. */
export const standingOn = (row: StandingsRow, day: Day): StandingOn => {
  const place = placeOf(row, day)
  const ranks = row.spells[place]?.ranks ?? nothingHeld
  const begin = row.spells[place]?.begin ?? day
  return {
    period: periodOf(row, day),
    ranks,
    summary: summaryOf(ranks),
    since: row.begins !== undefined && row.begins <= day && row.begins > begin ? row.begins : begin,
    until: row.spells[place + 1]?.begin ?? null,
  }
}

/**
 * Since when the summary has been what it is on a day: the same position, held, possible or stale. Other positions and
 * readings may have changed meanwhile.
 */
export const sinceSummary = (row: StandingsRow, day: Day): Day => {
  const asked = standingOn(row, day)
  let since = asked.since
  for (let place = placeOf(row, day) - 1; place >= 0; place -= 1) {
    const before = row.spells[place]
    if (before === undefined || !sameSummary(summaryOf(before.ranks), asked.summary)) break
    since = before.begin
  }
  return row.begins !== undefined && row.begins <= day && row.begins > since ? row.begins : since
}

/**
 * The first of the unbroken days around this one on which a position holds in a reading; undefined where it does not.
 */
export const holdsSince = (
  row: StandingsRow,
  day: Day,
  { rank, reading }: { readonly rank: number; readonly reading: keyof Ranks },
): Day | undefined => {
  let since: Day | undefined
  for (let place = placeOf(row, day); place >= 0; place -= 1) {
    const spell = row.spells[place]
    if (spell === undefined || ((spell.ranks[reading] >> (rank - 1)) & 1) === 0) break
    since = spell.begin
  }
  return since
}

/** The highest position that holds on a day in one reading, 0 when none: in `unrefuted` it is the summary's. */
export const highestOn = (row: StandingsRow, day: Day, reading: keyof Ranks): number =>
  highestOf((row.spells[placeOf(row, day)]?.ranks ?? nothingHeld)[reading])

const nothingHeld: Ranks = { certain: 0, possible: 0, unrefuted: 0, kept: 0 }

/** Spells are few: halving would gain nothing. */
const placeOf = ({ spells }: StandingsRow, day: Day): number =>
  spells.findLastIndex(({ begin }) => begin <= day)

const sameSummary = (one: RankSummary, other: RankSummary): boolean =>
  one.rank === other.rank && one.state === other.state

const periodOf = ({ begins, ends }: StandingsRow, day: Day): StandingOn['period'] => {
  if (ends !== undefined && ends <= day) return 'ended'
  return begins === undefined || day < begins ? 'before' : 'within'
}
