import type { DayRange } from '#domain/time/day-range.js'
import { FIRST_DAY, type Day } from '#domain/time/day.js'
import { changeOn, leafFlipsFrom, type Change, type LeafFlip, type LeafFlipsOf } from './reasons/causes.js'
import { leafEvidenceFrom, type LeafEvidenceOf } from './reasons/contributions.js'
import type { Evidence, Occurrence, Standing } from './evaluation/evidence.js'
import { indexEvidence } from '#domain/maturity/evaluation/matching.js'
import { evaluateModel, type Evaluated } from './evaluation/evaluate.js'
import { READINGS, type Reading } from './evaluation/four-sets.js'
import type { Model } from './model/parse-model.js'
import {
  allRanksOf,
  highestOf,
  ranksOf,
  spellsOf,
  type Distinction,
  type RankSpell,
  type Ranks,
} from './spells.js'
import { summaryOf, type RankSummary } from './summary.js'

/** When the organisation came to be (the last possible day of a succession) and when it ceased, as far as either bounds its trajectory. */
export interface Existence {
  readonly begins?: Day
  readonly ends?: Day
  /** Either way its trajectory is censored there: no fall. Default: `end`. */
  readonly endsBy?: 'succession' | 'end'
}

export interface AssessOptions {
  /** The day before which spells are shown. It cuts only what is shown. */
  readonly horizon: Day
  readonly existence?: Existence
  /** False leaves the flips of all transitions empty: most of the cost, of no use where only spells are counted. */
  readonly causes?: boolean
}

/** A level or position that flipped in one reading, and the leaves that made it. */
export interface Flip {
  /** A level (1 is the first), or the place of a position in the model's order (1 is the lowest). */
  readonly rank: number
  readonly reading: Reading
  readonly change: Change
  readonly leaves: readonly LeafFlip[]
}

/** Why a spell begins or ends. */
export type Transition =
  | { readonly type: 'flip'; readonly flips: readonly Flip[] }
  | { readonly type: 'first-evidence' | 'existence-begins'; readonly flips: readonly Flip[] }
  | { readonly type: 'horizon' | 'succession' | 'end' }

/** A maximal interval `[begin, end)` on which the answer is constant. */
export interface Spell {
  readonly begin: Day
  readonly end: Day
  /** The day on which the answer changes by itself or did; later than `end` where the horizon cut, null if never. */
  readonly until: Day | null
  /** In each reading the ranks that hold, lowest first. For a dimension only the highest is the answer. */
  readonly ranks: Readonly<Record<Reading, readonly number[]>>
  readonly summary: RankSummary
  readonly began: Transition
  readonly ends: Transition
}

/** One dimension's levels, or the positions, over time. */
export interface Track {
  /** The dimension's code; none for the position. */
  readonly dimension?: string
  /** Rank 1 first. */
  readonly ranked: readonly Evaluated[]
  readonly distinction: Distinction
  readonly spells: readonly Spell[]
}

/** Where an organisation stood, stands and will stand if nothing happens, under a model. */
export interface Trajectory {
  readonly model: Model
  /** Absent when there is nothing to begin with. */
  readonly begin?: Day
  /** The horizon, or the end of the organisation's existence if that is earlier. */
  readonly end: Day
  readonly dimensions: readonly (Track & { readonly dimension: string })[]
  readonly position: Track
  readonly evidence: Evidence
  readonly leafEvidence: LeafEvidenceOf
  readonly existence: Existence
}

/**
 * Computes the trajectory under a model: pure, exact to the day, without a clock. Spells run from the earliest bound
 * of any evidence other than the first day of all (or from `existence.begins`, if its own evidence is not earlier) to
 * the horizon or `existence.ends`. Without evidence and without a begin there are none.
 */
export const assess = (model: Model, evidence: Evidence, options: AssessOptions): Trajectory => {
  const { horizon, existence = {} } = options
  const index = indexEvidence(evidence, model.inheritance)
  const evaluation = evaluateModel(model, index)
  const begin = beginOf(model, evidence, existence)
  const end = existence.ends !== undefined && existence.ends < horizon ? existence.ends : horizon
  const leafEvidence = leafEvidenceFrom(index)
  const leafFlips = options.causes === false ? undefined : leafFlipsFrom(leafEvidence)
  const frame: Frame = { begin, end, existence, leafFlips }
  return {
    model,
    ...(begin !== undefined && { begin }),
    end,
    dimensions: evaluation.dimensions.map(({ code, levels }) => ({
      dimension: code,
      ...trackOf(levels, highestOf, frame),
    })),
    position: trackOf(
      evaluation.positions.map(({ evaluated }) => evaluated),
      allRanksOf,
      frame,
    ),
    evidence,
    leafEvidence,
    existence,
  }
}

interface Frame {
  readonly begin: Day | undefined
  readonly end: Day
  readonly existence: Existence
  /** Undefined where nobody asks for causes. */
  readonly leafFlips: LeafFlipsOf | undefined
}

const trackOf = (ranked: readonly Evaluated[], distinction: Distinction, frame: Frame): Track => {
  const { begin, end } = frame
  const sets = ranked.map((evaluated) => evaluated.sets)
  const whole = begin === undefined || begin >= end ? [] : spellsOf(sets, begin, distinction)
  const shown = whole.filter((spell) => spell.begin < end)
  const transitions = shown.map((spell, index) =>
    beganBy(spell, shown[index - 1], { ranked, distinction }, frame),
  )
  return {
    ranked,
    distinction,
    spells: shown.map((spell, index) => ({
      begin: spell.begin,
      end: spell.end === null || spell.end > end ? end : spell.end,
      until: spell.end,
      ranks: ranksByReading(spell.ranks),
      summary: summaryOf(spell.ranks),
      began: transitions[index] ?? { type: 'flip', flips: [] },
      ends: transitions[index + 1] ?? endOf(frame),
    })),
  }
}

/** The ranks of each reading as lists. */
export const ranksByReading = (ranks: Ranks): Spell['ranks'] => ({
  certain: ranksOf(ranks.certain),
  possible: ranksOf(ranks.possible),
  unrefuted: ranksOf(ranks.unrefuted),
  kept: ranksOf(ranks.kept),
})

const endOf = ({ end, existence }: Frame): Transition =>
  existence.ends === end ? { type: existence.endsBy ?? 'end' } : { type: 'horizon' }

const beganBy = (
  spell: RankSpell,
  previous: RankSpell | undefined,
  track: Pick<Track, 'ranked' | 'distinction'>,
  { existence, leafFlips }: Frame,
): Transition => {
  const flips =
    leafFlips === undefined
      ? []
      : READINGS.flatMap((reading) =>
          flippedRanks(spell.ranks[reading], previous?.ranks[reading], track.distinction).flatMap((rank) =>
            flipOf(track.ranked[rank - 1], rank, reading, spell.begin, leafFlips),
          ),
        )
  if (previous !== undefined) return { type: 'flip', flips }
  return { type: spell.begin === existence.begins ? 'existence-begins' : 'first-evidence', flips }
}

/** The ranks whose flip changed the answer: of the highest the one gained or lost, else every one that differs. */
const flippedRanks = (
  now: number,
  before: number | undefined,
  distinction: Distinction,
): readonly number[] => {
  if (before === undefined) return ranksOf(distinction === highestOf ? topBit(now) : now)
  const [rank, previous] = [distinction(now), distinction(before)]
  if (rank === previous) return []
  if (distinction === highestOf) return [Math.max(rank, previous)]
  return ranksOf(now ^ before)
}

const topBit = (mask: number): number => (mask === 0 ? 0 : 1 << (highestOf(mask) - 1))

const flipOf = (
  evaluated: Evaluated | undefined,
  rank: number,
  reading: Reading,
  day: Day,
  leafFlips: LeafFlipsOf,
): readonly Flip[] => {
  const change = evaluated === undefined ? undefined : changeOn(evaluated, reading, day)
  if (evaluated === undefined || change === undefined) return []
  return [{ rank, reading, change, leaves: leafFlips(evaluated, reading, day) }]
}

const beginOf = (model: Model, evidence: Evidence, existence: Existence): Day | undefined => {
  const all = [...evidence.occurrences, ...evidence.standings]
  const own = all.filter(({ inherited }) => inherited === undefined).flatMap(boundsOf)
  const succeeded = model.inheritance === 'none' ? [] : all.flatMap(({ inherited }) => inherited?.since ?? [])
  const begins = existence.begins === undefined ? succeeded : [existence.begins]
  return [...own, ...begins]
    .filter((bound) => bound > FIRST_DAY)
    .reduce<Day | undefined>(
      (first, bound) => (first === undefined || bound < first ? bound : first),
      undefined,
    )
}

const boundsOf = (one: Occurrence | Standing): readonly Day[] => {
  const ranges: readonly (DayRange | undefined)[] =
    'begin' in one
      ? [
          one.begin,
          one.end,
          ...one.suspensions.flatMap(({ from, to }) => [from, to]),
          ...one.changes.map(({ range }) => range),
          ...one.news.map(({ range }) => range),
        ]
      : [one.range]
  return ranges.flatMap((range) => (range === undefined ? [] : [range.earliest, range.latest]))
}
