import { answerAt, type Answer, type TrackAnswer } from '#domain/maturity/answer.js'
import { READINGS, type Reading } from '#domain/maturity/evaluation/four-sets.js'
import { day, type Day } from '#domain/time/day.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { AssessedOrganisation } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Period, TrackStanding } from './changes-view.js'

/** One of the two answers, or a step on the way from one to the other. */
export interface Standpoint {
  readonly assessed: AssessedOrganisation
  readonly named: ModelNamed
  readonly asOf: Day
  /** The day of which it tells where the organisation stood: its last one, once it has ended. */
  readonly day: Day
  readonly answer: Answer
  readonly period: Period
  readonly position: TrackStanding
  readonly dimensions: ReadonlyMap<string, DimensionStanding>
}

export interface DimensionStanding {
  readonly labels: Labels
  readonly standing: TrackStanding
}

/** Where an organisation stands on a day under a model. */
export const standpointOf = (assessed: AssessedOrganisation, named: ModelNamed, asOf: Day): Standpoint => {
  const { trajectory } = assessed
  const first = answerAt(trajectory, asOf)
  const { ends } = trajectory.existence
  const lastDay = first.period === 'ended' && ends !== undefined ? day(ends - 1) : asOf
  const answer = lastDay === asOf ? first : answerAt(trajectory, lastDay)
  const { model, unobserved } = named
  return {
    assessed,
    named,
    asOf,
    day: lastDay,
    answer,
    period: first.period,
    position: standingOf(answer.position, model.positions, unobserved.position, (ranks) => ranks),
    dimensions: new Map(
      model.dimensions.flatMap(({ code, labels, levels }) => {
        const track = answer.dimensions.find(({ dimension }) => dimension === code)
        if (track === undefined) return []
        return [[code, { labels, standing: standingOf(track, levels, unobserved.level, highest) }] as const]
      }),
    ),
  }
}

const highest = (ranks: readonly number[]): readonly number[] => ranks.slice(-1)

const standingOf = (
  { summary, ranks }: TrackAnswer,
  named: readonly { readonly code: string; readonly labels: Labels }[],
  unobserved: Labels,
  shown: (ranks: readonly number[]) => readonly number[],
): TrackStanding => {
  const codes = (reading: Reading) => shown(ranks[reading]).flatMap((rank) => named[rank - 1]?.code ?? [])
  const [certain, possible, unrefuted, kept] = READINGS.map(codes)
  const summed = named[summary.rank - 1]
  return {
    state: summary.state,
    code: summed?.code ?? null,
    labels: summed?.labels ?? unobserved,
    surely: named[summary.held - 1]?.code ?? null,
    readings: {
      certain: certain ?? [],
      possible: possible ?? [],
      unrefuted: unrefuted ?? [],
      kept: kept ?? [],
    },
  }
}
