import type {
  Criterion,
  LeafCriterion,
  LevelCriterion,
  StandingCriterion,
} from '#domain/maturity/model/criterion.js'
import { evaluateCount, evaluateSum } from './evaluate-count.js'
import type { EvidenceIndex } from './matching.js'
import { allOf, anyOf, atLeastOf, notOf, type FourSets, NEVER_IN_ANY } from './four-sets.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import { FIRST_DAY, type Day, addDuration, type Duration } from '#domain/time/day.js'
import {
  complement,
  intersection,
  interval,
  intervalSet,
  NEVER,
  type Interval,
  type IntervalSet,
} from '#domain/time/interval-set.js'
import { matchingDays } from './attribute-history.js'
import type { News, Standing } from './evidence.js'
import { countsFrom } from './occurrence-days.js'

/** A criterion with the days on which it holds, and its parts likewise; the parts of a `level` are the levels that it reads. */
export interface Evaluated {
  readonly criterion: Criterion
  readonly sets: FourSets
  readonly parts: readonly Evaluated[]
}

/** Every level and every position of a model, in its order. Sets of days are complete: no horizon cuts them. */
export interface Evaluation {
  readonly dimensions: readonly { readonly code: string; readonly levels: readonly Evaluated[] }[]
  readonly positions: readonly { readonly code: string; readonly evaluated: Evaluated }[]
}

/** What is asked of evidence itself, evaluated on its own. */
export const evaluateLeaf = (leaf: LeafCriterion, index: EvidenceIndex): FourSets => {
  switch (leaf.form) {
    case 'count':
      return evaluateCount(leaf, index)
    case 'sum':
      return evaluateSum(leaf, index)
    case 'standing':
      return evaluateStanding(leaf, index)
  }
}

/**
 * Evaluates every criterion of a model on the evidence, each level once. What is composed of evidence that parts share
 * is a sound bound: `certain` is never wrong, `possible` never misses.
 */
export const evaluateModel = (model: Model, index: EvidenceIndex): Evaluation => {
  const evaluated = evaluatorOf(model, index)
  return {
    dimensions: model.dimensions.map(({ code, levels }) => ({
      code,
      levels: levels.map(({ criterion }) => evaluated(criterion)),
    })),
    positions: model.positions.map(({ code, criterion }) => ({ code, evaluated: evaluated(criterion) })),
  }
}

/** Evaluates the criteria of levels and positions as they are asked for, each once, with the levels that they read. */
export const evaluatorOf = (model: Model, index: EvidenceIndex): ((criterion: Criterion) => Evaluated) => {
  const levelsOf = new Map(model.dimensions.map(({ code, levels }) => [code, levels]))
  const done = new Map<Criterion, Evaluated>()

  const once = (criterion: Criterion): Evaluated => {
    const known = done.get(criterion)
    if (known !== undefined) return known
    const evaluated = evaluate(criterion)
    done.set(criterion, evaluated)
    return evaluated
  }

  const levelsRead = ({ dimension, atLeast, below }: LevelCriterion): readonly Evaluated[] =>
    (levelsOf.get(dimension) ?? []).slice(atLeast - 1, below - 1).map(({ criterion }) => once(criterion))

  const evaluate = (criterion: Criterion): Evaluated => {
    const composed = (
      parts: readonly Evaluated[],
      sets: (parts: readonly FourSets[]) => FourSets,
    ): Evaluated => ({
      criterion,
      parts,
      sets: sets(parts.map((part) => part.sets)),
    })
    const leaf = (sets: FourSets): Evaluated => ({ criterion, sets, parts: [] })
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing':
        return leaf(evaluateLeaf(criterion, index))
      case 'level':
        return composed(levelsRead(criterion), anyOf)
      case 'all':
        return composed(criterion.parts.map(evaluate), allOf)
      case 'any':
        return composed(criterion.parts.map(evaluate), anyOf)
      case 'of':
        return composed(criterion.parts.map(evaluate), (sets) => atLeastOf(criterion.atLeast, sets))
      case 'not': {
        const part = evaluate(criterion.part)
        return { criterion, parts: [part], sets: notOf(part.sets) }
      }
    }
  }

  return once
}

/** The days on which enough standings stand, match and have done so for long enough, each on its own news. */
export const evaluateStanding = (criterion: StandingCriterion, index: EvidenceIndex): FourSets => {
  const standings = index.standings.get(criterion.kind)
  if (standings === undefined || standings.length < criterion.atLeast) return NEVER_IN_ANY
  return atLeastOf(
    criterion.atLeast,
    standings.map((standing) => evaluateOneStanding(criterion, standing)),
  )
}

/**
 * One standing. Exact without `fresh`, suspensions and changes; else a sound bound. Ages run from the begin of each
 * unbroken stretch + D, on each side (not «since t - D», which differs at month ends), and keep those of a predecessor.
 */
export const evaluateOneStanding = (criterion: StandingCriterion, standing: Standing): FourSets => {
  const { where, fresh } = criterion
  const matching = where.length === 0 ? undefined : matchingDays(where, standing)
  const daysOn = (stands: IntervalSet, matches: IntervalSet | undefined): IntervalSet => {
    const stretches = matches === undefined ? stands : intersection(stands, matches)
    return counted(criterion.for === undefined ? stretches : aged(stretches, criterion.for), standing)
  }
  const unrefuted = daysOn(possiblyStands(standing), matching?.possible)
  if (unrefuted.length === 0) return NEVER_IN_ANY
  const surely = standing.inherited?.surely ?? true
  const kept = surely ? daysOn(certainlyStands(standing), matching?.certain) : NEVER
  if (fresh === undefined) return { certain: kept, possible: unrefuted, unrefuted, kept }
  const { certain, possible } = staleFrom(standing, fresh)
  return { certain: before(kept, certain), possible: before(unrefuted, possible), unrefuted, kept }
}

/** For certain from the latest begin to the earliest end, but for what a suspension may have covered. */
export const certainlyStands = ({ begin, end, suspensions }: Standing): IntervalSet =>
  without(
    interval(notBefore(begin.latest), end?.earliest ?? null),
    suspensions.map(({ from, to }) => ({ begin: from.earliest, end: to?.latest ?? null })),
  )

/** Possibly from the earliest begin to the latest end, but for what a suspension covers on any reading. */
export const possiblyStands = ({ begin, end, suspensions }: Standing): IntervalSet =>
  without(
    interval(notBefore(begin.earliest), end?.latest ?? null),
    suspensions.map(({ from, to }) => ({ begin: from.latest, end: to?.earliest ?? null })),
  )

/** The first day on which its last news is too old, at the soonest (`certain`) and at the latest (`possible`). */
export const staleFrom = (
  standing: Standing,
  fresh: Duration,
): { readonly certain: Day; readonly possible: Day } => {
  const ranges = newsOf(standing).map(({ range }) => range)
  const latestOf = (days: readonly Day[]) => days.reduce((last, day) => (day > last ? day : last))
  return {
    certain: addDuration(latestOf(ranges.map(({ earliest }) => earliest)), fresh),
    possible: addDuration(latestOf(ranges.map(({ latest }) => latest)), fresh),
  }
}

/** All news of it: its begin and its end are always among them. */
export const newsOf = ({ begin, end, news }: Standing): readonly Pick<News, 'range'>[] => [
  { range: begin },
  ...(end === undefined ? [] : [{ range: end }]),
  ...news,
]

const notBefore = (day: Day): Day => countsFrom(day, undefined)

const without = (stands: IntervalSet, suspended: readonly Interval[]): IntervalSet =>
  suspended.length === 0 ? stands : intersection(stands, complement(intervalSet(suspended), FIRST_DAY))

const aged = (stretches: IntervalSet, duration: Duration): IntervalSet =>
  stretches.flatMap(({ begin, end }) => interval(addDuration(begin, duration), end))

const counted = (days: IntervalSet, { inherited }: Standing): IntervalSet =>
  inherited === undefined ? days : intersection(days, interval(countsFrom(inherited.since, undefined), null))

const before = (days: IntervalSet, end: Day): IntervalSet => {
  const last = days.at(-1)
  return last === undefined || (last.end !== null && last.end <= end)
    ? days
    : intersection(days, interval(FIRST_DAY, end))
}
