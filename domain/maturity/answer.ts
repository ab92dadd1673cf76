import type { EventId } from '#domain/kernel/identifiers.js'
import { FIRST_DAY, type Day } from '#domain/time/day.js'
import { intervalAt, type Interval } from '#domain/time/interval-set.js'
import { absenceOn, type Absence } from './evaluation/absence.js'
import { READINGS, type Reading } from './evaluation/four-sets.js'
import { eventsOf, evidenceOf, type Claim } from './reasons/proof.js'
import { highestOf, ranksOn, spellsOf } from './spells.js'
import { summaryOf, type RankSummary } from './summary.js'
import { ranksByReading, type Spell, type Track, type Trajectory } from './trajectory.js'

/** Where the organisation stands in one dimension, or by position, on a day. */
export interface TrackAnswer {
  readonly ranks: Spell['ranks']
  readonly summary: RankSummary
  /** The first day of this very answer; the trajectory's first day at the earliest. */
  readonly since: Day
  /** The first day on which the answer will be another if nothing happens; null if never. No horizon cuts it. */
  readonly until: Day | null
  /** For the rank of the summary: the unbroken days around this one on which it holds, in each reading in which it does. */
  readonly holding: Readonly<Partial<Record<Reading, Interval>>>
}

export interface Answer {
  readonly day: Day
  /** Whether the day lies within the trajectory, before it begins, or after the organisation's end. */
  readonly period: 'within' | 'before' | 'ended'
  readonly dimensions: readonly (TrackAnswer & {
    readonly dimension: string
    readonly events: readonly EventId[]
  })[]
  readonly position: TrackAnswer & { readonly events: readonly EventId[] }
  /** Why no position is observed, where none is. */
  readonly absence?: Absence
  /** The events that the whole answer rests on: replaying only these gives the same answer. */
  readonly events: readonly EventId[]
}

/** Where the organisation stands on a day, before or after the horizon, since when, until when, and on which events. */
export const answerAt = (trajectory: Trajectory, day: Day): Answer => {
  const { position, evidence, leafEvidence } = trajectory
  const standing = trackAnswer(position, day, trajectory.begin)
  const claims = [position, ...trajectory.dimensions].map((track) => claimsOf(track, day))
  const citing = (some: readonly Claim[]) => eventsOf(evidenceOf(some, day, leafEvidence), evidence)
  return {
    day,
    period: periodOf(trajectory, day),
    dimensions: trajectory.dimensions.map((track, place) => ({
      dimension: track.dimension,
      ...trackAnswer(track, day, trajectory.begin),
      events: citing(claims[place + 1] ?? []),
    })),
    position: { ...standing, events: citing(claims[0] ?? []) },
    ...(standing.summary.state === 'none' && { absence: absenceOn(evidence, day) }),
    events: citing(claims.flat()),
  }
}

const periodOf = ({ begin, existence }: Trajectory, day: Day): Answer['period'] => {
  if (existence.ends !== undefined && existence.ends <= day) return 'ended'
  return begin === undefined || day < begin ? 'before' : 'within'
}

const trackAnswer = (track: Track, day: Day, begin: Day | undefined): TrackAnswer => {
  const sets = track.ranked.map((evaluated) => evaluated.sets)
  const from = begin !== undefined && begin <= day ? begin : FIRST_DAY
  const spell = spellsOf(sets, from, track.distinction).findLast((one) => one.begin <= day)
  const ranks = ranksOn(sets, day)
  const summary = summaryOf(ranks)
  const holding = READINGS.flatMap((reading) => {
    const days = intervalAt(sets[summary.rank - 1]?.[reading] ?? [], day)
    return days === undefined ? [] : [[reading, days] as const]
  })
  return {
    ranks: ranksByReading(ranks),
    summary,
    since: spell?.begin ?? day,
    until: spell?.end ?? null,
    holding: Object.fromEntries(holding),
  }
}

/** What a proof of the answer must uphold: of levels the highest and that none above holds, of positions every one. */
const claimsOf = ({ ranked, distinction }: Track, day: Day): readonly Claim[] =>
  READINGS.flatMap((reading) => {
    const lowest =
      distinction === highestOf
        ? highestOf(
            ranksOn(
              ranked.map(({ sets }) => sets),
              day,
            )[reading],
          )
        : 0
    return ranked.slice(Math.max(0, lowest - 1)).map((evaluated) => ({ evaluated, reading }))
  })
