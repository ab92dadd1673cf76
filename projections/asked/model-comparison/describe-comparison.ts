import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { isoOfDay } from '#domain/time/day.js'
import { orderByName } from '#projections/kept/registry/registry-index.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import { compareOrganisation, type ModelPair, type Stays } from './compare-organisation.js'
import type { Count, ModelComparison, Mover } from './comparison-view.js'

/** Takes organisations one by one, so that nobody holds the whole registry's events at once. */
export interface Comparing {
  readonly take: (streams: LineageEvents) => void
  /** An organisation that cannot be compared, and why: it is told, not dropped. */
  readonly setAside: (id: OrganisationId, reason: string) => void
  /** `listed`: the most movers that are named; the counts are always of all. */
  readonly comparison: (listed: number) => ModelComparison
}

/** Compares two models over organisations that are handed in one after the other. */
export const createComparing = (pair: ModelPair, question: Question): Comparing => {
  const movers: Mover[] = []
  const unreadable: { id: string; reason: string }[] = []
  const left = { ended: 0, 'not-known': 0 }
  const position = createTally()
  const shared = sharedDimensions(pair).map((dimension) => ({ dimension, tally: createTally() }))
  let compared = 0

  return {
    take: (streams) => {
      const outcome = compareOrganisation(streams, pair, question)
      if (outcome.outcome !== 'compared') {
        left[outcome.outcome] += 1
        return
      }
      compared += 1
      position.count(outcome.position)
      for (const { dimension, tally } of shared) {
        const stays = outcome.dimensions.get(dimension.code)
        if (stays !== undefined) tally.count(stays)
      }
      if (outcome.mover !== undefined) movers.push(outcome.mover)
    },
    setAside: (id, reason) => void unreadable.push({ id, reason }),
    comparison: (listed) => ({
      asOf: isoOfDay(question.asOf),
      knownAt: new Date(question.knownAt).toISOString(),
      knownBy: question.knownBy,
      from: referenceOf(pair.from),
      to: referenceOf(pair.to),
      dimensionsOnlyIn: {
        from: dimensionsWithout(pair.from, pair.to),
        to: dimensionsWithout(pair.to, pair.from),
      },
      compared,
      moved: movers.length,
      ended: left.ended,
      notKnown: left['not-known'],
      unreadable: [...unreadable],
      counts: {
        position: position.counts(pair.from.model.positions, pair.to.model.positions),
        dimensions: shared.map(({ dimension: { code, labels, from, to }, tally }) => ({
          dimension: { code, labels },
          counts: tally.counts(from, to),
        })),
      },
      movers: movers.toSorted(orderByName).slice(0, listed),
      moversLeftOut: Math.max(0, movers.length - listed),
    }),
  }
}

const referenceOf = ({ model: { id, version }, hash, labels }: ModelNamed) => ({ id, version, hash, labels })

type Ranks = readonly { readonly code: string }[]

const sharedDimensions = ({ from, to }: ModelPair) =>
  from.model.dimensions.flatMap(({ code, labels, levels }) => {
    const other = to.model.dimensions.find((dimension) => dimension.code === code)
    return other === undefined ? [] : [{ code, labels, from: levels, to: other.levels }]
  })

const dimensionsWithout = ({ model }: ModelNamed, other: ModelNamed) =>
  model.dimensions
    .filter(({ code }) => other.model.dimensions.every((dimension) => dimension.code !== code))
    .map(({ code, labels }) => ({ code, labels }))

const createTally = () => {
  const tally = new Map<string, Count>()
  return {
    count: ({ from, to }: Stays): void => {
      const key = [from.code, from.state, to.code, to.state].join(' ')
      const known = tally.get(key)
      tally.set(key, {
        from: from.code,
        fromState: from.state,
        to: to.code,
        toState: to.state,
        organisations: (known?.organisations ?? 0) + 1,
      })
    },
    /** In the order of the models, «none» first, what is held before what is not. */
    counts: (from: Ranks, to: Ranks): Count[] =>
      [...tally.values()].sort(
        (one, other) =>
          placeIn(from, one.from) - placeIn(from, other.from) ||
          states.indexOf(one.fromState) - states.indexOf(other.fromState) ||
          placeIn(to, one.to) - placeIn(to, other.to) ||
          states.indexOf(one.toState) - states.indexOf(other.toState),
      ),
  }
}

const states: readonly Count['fromState'][] = ['none', 'held', 'possible', 'stale']

const placeIn = (ranks: Ranks, code: string | null): number => ranks.findIndex((rank) => rank.code === code)
