import type { Lineage } from '#domain/evidence/evidence-of-organisation.js'
import { READINGS, type Reading } from '#domain/maturity/evaluation/four-sets.js'
import { highestOf, ranksOn, type Ranks } from '#domain/maturity/spells.js'
import { summaryOf } from '#domain/maturity/summary.js'
import { ranksByReading, type Track, type Trajectory } from '#domain/maturity/trajectory.js'
import { nameOn } from '#domain/organisation/profile-on-record.js'
import type { Labels } from '#domain/kernel/labels.js'
import { addDuration, type Day } from '#domain/time/day.js'
import { assessLineage, knownLineage, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import type { DimensionMove, Move, Mover, Place } from './comparison-view.js'
import { ruleOf, type RankedCriterion } from './deciding-rules.js'

/** The models that are compared: `to` is the one that would take the place of `from`. */
export interface ModelPair {
  readonly from: ModelNamed
  readonly to: ModelNamed
}

/** One organisation under both models. `places` holds all that was compared, `mover` what differs. */
export type ComparedOrganisation =
  | {
      readonly outcome: 'compared'
      readonly position: Stays
      readonly dimensions: ReadonlyMap<string, Stays>
      readonly mover: Mover | undefined
    }
  /** It had ended by that day, or was not registered at that moment. */
  | { readonly outcome: 'ended' | 'not-known' }

/** Where it stands under each model. */
export type Stays = Readonly<Record<'from' | 'to', Place>>

const ONE_DAY = { months: 0, days: 1 }

/** Compares where one organisation stands under two models. The history is folded once; nothing is asked about causes in time. */
export const compareOrganisation = (
  streams: LineageEvents,
  { from, to }: ModelPair,
  question: Question,
): ComparedOrganisation => {
  const lineage = knownLineage(streams, question)
  if (lineage.history.profile.length === 0) return { outcome: 'not-known' }
  const { asOf } = question
  const options = { horizon: addDuration(asOf, ONE_DAY), causes: false }
  const before = assessLineage(lineage, from.model, options)
  if (before.existence.ends !== undefined && before.existence.ends <= asOf) return { outcome: 'ended' }
  const after = assessLineage(lineage, to.model, options)
  const sides = { from: sideOf(from, before), to: sideOf(to, after) }
  return moverOf(lineage, sides, asOf)
}

interface Side {
  readonly named: ModelNamed
  readonly trajectory: Trajectory
}

const sideOf = (named: ModelNamed, trajectory: Trajectory): Side => ({ named, trajectory })

const moverOf = (
  { id, history }: Lineage,
  sides: Readonly<Record<'from' | 'to', Side>>,
  day: Day,
): ComparedOrganisation => {
  const position = comparedTrack(positionTrack(sides.from), positionTrack(sides.to), day)
  const dimensions = sides.from.named.model.dimensions.flatMap(({ code, labels }) => {
    const [from, to] = [dimensionTrack(sides.from, code), dimensionTrack(sides.to, code)]
    return from === undefined || to === undefined
      ? []
      : [{ dimension: { code, labels }, ...comparedTrack(from, to, day) }]
  })
  const moves = dimensions.flatMap(({ dimension, move }): readonly DimensionMove[] =>
    move === undefined ? [] : [{ dimension, ...move }],
  )
  const moved = position.move !== undefined || moves.length > 0
  return {
    outcome: 'compared',
    position: position.stays,
    dimensions: new Map(dimensions.map(({ dimension, stays }) => [dimension.code, stays])),
    mover: moved
      ? {
          id,
          name: nameOn(history, day),
          position: position.move ?? null,
          dimensions: [...moves],
        }
      : undefined,
  }
}

/** Levels or positions with their days, and how they are told apart. */
interface ComparedTrack {
  readonly track: Track
  readonly ranked: readonly RankedCriterion[]
  readonly unobserved: Labels
}

const positionTrack = ({ named, trajectory }: Side): ComparedTrack => ({
  track: trajectory.position,
  ranked: rankedOf(named.model.positions, trajectory.position),
  unobserved: named.unobserved.position,
})

const dimensionTrack = ({ named, trajectory }: Side, code: string): ComparedTrack | undefined => {
  const place = named.model.dimensions.findIndex((dimension) => dimension.code === code)
  const [dimension, track] = [named.model.dimensions[place], trajectory.dimensions[place]]
  if (dimension === undefined || track === undefined) return undefined
  return { track, ranked: rankedOf(dimension.levels, track), unobserved: named.unobserved.level }
}

const rankedOf = (
  ranks: readonly { readonly code: string; readonly labels: Labels; readonly reason: Labels }[],
  { ranked }: Track,
): readonly RankedCriterion[] =>
  ranks.flatMap(({ code, labels, reason }, index) => {
    const evaluated = ranked[index]
    return evaluated === undefined ? [] : [{ code, labels, reason, evaluated }]
  })

const comparedTrack = (
  from: ComparedTrack,
  to: ComparedTrack,
  day: Day,
): { readonly stays: Stays; readonly move: Move | undefined } => {
  const [before, after] = [ranksOfTrack(from, day), ranksOfTrack(to, day)]
  const stays = { from: placeOf(from, before), to: placeOf(to, after) }
  if (samePlace(stays)) return { stays, move: undefined }
  const codes = new Set([
    ...differing(listed(stays.from.code), listed(stays.to.code)),
    ...READINGS.flatMap((reading) => differing(stays.from.readings[reading], stays.to.readings[reading])),
  ])
  const rules = [...codes].flatMap(
    (code) => ruleOf(code, { from: from.ranked, to: to.ranked }, stays, day) ?? [],
  )
  const others = rules.filter(({ effect }) => effect !== 'order')
  // Who loses one level stands on another that was there before: no rule of its own.
  return { stays, move: { ...stays, rules: others.length === 0 ? rules : others } }
}

const ranksOfTrack = ({ track }: ComparedTrack, day: Day): Ranks =>
  ranksOn(
    track.ranked.map(({ sets }) => sets),
    day,
  )

const placeOf = ({ track, ranked, unobserved }: ComparedTrack, ranks: Ranks): Place => {
  const { rank, state } = summaryOf(ranks)
  const summed = ranked[rank - 1]
  const told = ranksByReading(ranks)
  const codes = (reading: Reading): string[] => {
    const all = told[reading].flatMap((one) => ranked[one - 1]?.code ?? [])
    return track.distinction === highestOf ? all.slice(-1) : all
  }
  return {
    code: summed?.code ?? null,
    labels: summed?.labels ?? unobserved,
    state,
    readings: {
      certain: codes('certain'),
      possible: codes('possible'),
      unrefuted: codes('unrefuted'),
      kept: codes('kept'),
    },
  }
}

/** Codes are what two models have in common: a rank that was moved up is the same rank. */
const samePlace = ({ from, to }: Stays): boolean =>
  from.code === to.code &&
  from.state === to.state &&
  READINGS.every((reading) => differing(from.readings[reading], to.readings[reading]).length === 0)

const listed = (code: string | null): readonly string[] => (code === null ? [] : [code])

const differing = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...one.filter((code) => !other.includes(code)),
  ...other.filter((code) => !one.includes(code)),
]
