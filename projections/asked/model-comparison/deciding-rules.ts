import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import { NEGATED, READINGS, type Reading } from '#domain/maturity/evaluation/four-sets.js'
import { canonicalJson } from '#domain/kernel/json.js'
import type { Labels } from '#domain/kernel/labels.js'
import { contains } from '#domain/time/interval-set.js'
import type { Day } from '#domain/time/day.js'
import type { Place, Rule } from './comparison-view.js'

/** A level or position as a model words it, with the days on which it holds. */
export interface RankedCriterion {
  readonly code: string
  readonly labels: Labels
  readonly reason: Labels
  readonly evaluated: Evaluated
}

type Sides<Value> = Readonly<Record<'from' | 'to', Value>>
type Side = keyof Sides<unknown>

/**
 * Why a level or position stands in the answer of one model and not in that of the other: the criteria in which the
 * models differ. Undefined where it holds under both alike, and another one made the difference.
 */
export const ruleOf = (
  code: string,
  ranked: Sides<readonly RankedCriterion[]>,
  places: Sides<Pick<Place, 'code' | 'readings'>>,
  day: Day,
): Rule | undefined => {
  const own = { from: rankNamed(ranked.from, code), to: rankNamed(ranked.to, code) }
  if (own.from === undefined || own.to === undefined) return ruleOfOneModel(own, places, day)
  const [from, to] = [own.from, own.to]
  const readings = READINGS.filter(
    (reading) => holdsOn(from.evaluated, reading, day) !== holdsOn(to.evaluated, reading, day),
  )
  const [first] = readings
  if (first === undefined) return orderRule(to, code, places)
  const effect = holdsOn(to.evaluated, first, day) ? 'gained' : 'lost'
  return {
    effect,
    rank: worded(to),
    model: 'to',
    path: to.evaluated.criterion.path,
    readings,
    because: differences({ from: from.evaluated, to: to.evaluated }, first, day),
  }
}

const rankNamed = (ranked: readonly RankedCriterion[], code: string) =>
  ranked.find((one) => one.code === code)

const worded = ({ code, labels, reason }: RankedCriterion) => ({ code, labels, reason })

const ruleOfOneModel = (
  { from, to }: Sides<RankedCriterion | undefined>,
  places: Parameters<typeof ruleOf>[2],
  day: Day,
): Rule | undefined => {
  const rank = to ?? from
  if (rank === undefined) return undefined
  const model: Side = to === undefined ? 'from' : 'to'
  const readings = READINGS.filter((reading) => places[model].readings[reading].includes(rank.code))
  const [first] = readings
  return {
    effect: model === 'to' ? 'added' : 'removed',
    rank: worded(rank),
    model,
    path: rank.evaluated.criterion.path,
    readings,
    because:
      first === undefined
        ? []
        : decidingLeaves(rank.evaluated, first, day).map(({ path, met }) => ({ model, path, met })),
  }
}

/** It holds under both, or under neither: only its place among the others differs. */
const orderRule = (
  rank: RankedCriterion,
  code: string,
  places: Parameters<typeof ruleOf>[2],
): Rule | undefined => {
  const summed = places.to.code === code && places.from.code !== code
  const readings = READINGS.filter(
    (reading) =>
      places.to.readings[reading].includes(code) && (summed || !places.from.readings[reading].includes(code)),
  )
  return readings.length === 0
    ? undefined
    : {
        effect: 'order',
        rank: worded(rank),
        model: 'to',
        path: rank.evaluated.criterion.path,
        readings,
        because: [],
      }
}

/** Leaves that decide under one model, but for those that the other has as well, with the same truth. */
const differences = (evaluated: Sides<Evaluated>, reading: Reading, day: Day): Rule['because'] => {
  const leaves = {
    from: decidingLeaves(evaluated.from, reading, day),
    to: decidingLeaves(evaluated.to, reading, day),
  }
  const all = {
    from: truthsOfLeaves(evaluated.from, reading, day),
    to: truthsOfLeaves(evaluated.to, reading, day),
  }
  const only = (model: Side, other: Side) =>
    leaves[model]
      .filter(({ question, met }) => !all[other].has(`${question} ${String(met)}`))
      .map(({ path, met }) => ({ model, path, met }))
  return [...only('from', 'to'), ...only('to', 'from')]
}

interface DecidingLeaf {
  readonly path: string
  /** What it asks, wherever it stands. */
  readonly question: string
  readonly met: boolean
}

const holdsOn = ({ sets }: Evaluated, reading: Reading, day: Day): boolean => contains(sets[reading], day)

/** The leaves that make a criterion hold, or not hold, on a day in a reading. */
const decidingLeaves = (evaluated: Evaluated, reading: Reading, day: Day): readonly DecidingLeaf[] =>
  leavesOf(evaluated, reading, day, (part, of) => {
    const [met, whole] = [holdsOn(part, reading, day), holdsOn(of, reading, day)]
    return met === whole
  })

const truthsOfLeaves = (evaluated: Evaluated, reading: Reading, day: Day): ReadonlySet<string> =>
  new Set(
    leavesOf(evaluated, reading, day, () => true).map(({ question, met }) => `${question} ${String(met)}`),
  )

/** Levels share criteria: each is gone through once a reading. */
const leavesOf = (
  root: Evaluated,
  asked: Reading,
  day: Day,
  follow: (part: Evaluated, of: Evaluated) => boolean,
): readonly DecidingLeaf[] => {
  const leaves: DecidingLeaf[] = []
  const seen = new Set<string>()

  const visit = (evaluated: Evaluated, reading: Reading): void => {
    const { criterion, parts } = evaluated
    const key = `${criterion.path} ${reading}`
    if (seen.has(key)) return
    seen.add(key)
    if (criterion.form === 'count' || criterion.form === 'sum' || criterion.form === 'standing') {
      const question = canonicalJson({ ...criterion, path: '' })
      leaves.push({ path: criterion.path, question, met: holdsOn(evaluated, reading, day) })
    } else if (criterion.form === 'not') {
      for (const part of parts) visit(part, NEGATED[reading])
    } else {
      for (const part of parts) if (follow(part, evaluated)) visit(part, reading)
    }
  }

  visit(root, asked)
  return leaves
}
