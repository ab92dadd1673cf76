import { evaluatorOf, type Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import type { EvidenceIndex } from '#domain/maturity/evaluation/matching.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import { ranksOn } from '#domain/maturity/spells.js'
import { summaryOf } from '#domain/maturity/summary.js'
import type { Trajectory } from '#domain/maturity/trajectory.js'
import type { Day } from '#domain/time/day.js'

/**
 * A level or position to be reached. `confirm`: nothing refutes it, but it is not held for certain. `next`: the one above
 * the highest that nothing refutes.
 */
export interface Target {
  /** The dimension's code; absent for the position. */
  readonly dimension?: string
  /** 1 is the lowest. */
  readonly rank: number
  readonly aim: 'confirm' | 'next'
}

/** What there is to reach on a day: for the position first, then for each dimension. Nothing above the highest rank. */
export const targetsOf = ({ position, dimensions }: Trajectory, day: Day): readonly Target[] =>
  [position, ...dimensions].flatMap((track) => {
    const { rank, held } = summaryOf(
      ranksOn(
        track.ranked.map(({ sets }) => sets),
        day,
      ),
    )
    const named = track.dimension === undefined ? {} : { dimension: track.dimension }
    return [
      ...(rank > held ? [{ ...named, rank, aim: 'confirm' as const }] : []),
      ...(rank < track.ranked.length ? [{ ...named, rank: rank + 1, aim: 'next' as const }] : []),
    ]
  })

/** The criterion of a target, as it holds in a trajectory. */
export const targetIn = (
  { position, dimensions }: Pick<Trajectory, 'position' | 'dimensions'>,
  { dimension, rank }: Target,
): Evaluated | undefined =>
  (dimension === undefined ? position : dimensions.find((one) => one.dimension === dimension))?.ranked[
    rank - 1
  ]

/** The same, on other evidence; nothing else of the model is evaluated. */
export const targetOn = (
  model: Model,
  index: EvidenceIndex,
  { dimension, rank }: Target,
): Evaluated | undefined => {
  const ranked =
    dimension === undefined
      ? model.positions
      : model.dimensions.find(({ code }) => code === dimension)?.levels
  const criterion = ranked?.[rank - 1]?.criterion
  return criterion && evaluatorOf(model, index)(criterion)
}
