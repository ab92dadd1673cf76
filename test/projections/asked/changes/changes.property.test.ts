import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import type { ModelDocument } from '#domain/maturity/model/model.js'
import { knownEvents, type KnownBy } from '#domain/organisation/known-events.js'
import { day, instantAtEndOf } from '#domain/time/day.js'
import { explainChanges, type Asked } from '#projections/asked/changes/explain-changes.js'
import type { ChangesView, Difference, TrackStanding } from '#projections/asked/changes/changes-view.js'
import { differencesBetween } from '#projections/asked/changes/differences.js'
import { standpointOf, type Standpoint } from '#projections/asked/changes/standpoint.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { amendedLives, recordingDays } from '#test/support/amended-lives.js'
import { dayOf } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'

const modelNamed = (document: ModelDocument, hash: string): ModelNamed => ({
  model: parseModel(document),
  hash,
  labels: document.labels,
  unobserved: document.unobserved,
})

/** The first model, and one that inherits nothing, lacks a dimension and has one position less. */
const first = modelNamed(FIRST_MODEL_DOCUMENT, 'first')
const other = modelNamed(
  {
    ...FIRST_MODEL_DOCUMENT,
    version: 2,
    inheritance: 'none',
    dimensions: FIRST_MODEL_DOCUMENT.dimensions.slice(0, -1),
    positions: FIRST_MODEL_DOCUMENT.positions.filter((_, place) => place !== 1),
  },
  'other',
)

const asked: fc.Arbitrary<Asked> = fc.record({
  asOf: fc.integer({ min: dayOf('2011-01-01'), max: dayOf('2024-01-01') }).map(day),
  knownAt: fc.constantFrom(...recordingDays).map((iso) => instantAtEndOf(dayOf(iso))),
  knownBy: fc.constantFrom<KnownBy[]>('recorded', 'recorded', 'documented'),
  named: fc.constantFrom(first, other),
})

/** Two questions that often share what one of the causes is about. */
const questions = fc
  .tuple(asked, asked, fc.boolean(), fc.boolean(), fc.boolean())
  .map(([from, to, sameDay, sameKnowledge, sameModel]): readonly [Asked, Asked] => [
    from,
    {
      ...to,
      ...(sameDay ? { asOf: from.asOf } : {}),
      ...(sameKnowledge ? { knownAt: from.knownAt, knownBy: from.knownBy } : {}),
      ...(sameModel ? { named: from.named } : {}),
    },
  ])

/** What an answer says, computed for itself. */
const standpoint = (streams: LineageEvents, { named, ...question }: Asked): Standpoint =>
  standpointOf(
    assessOrganisation(streams, named.model, { ...question, horizon: day(question.asOf + 4000) }),
    named,
    question.asOf,
  )

type Track = TrackStanding | string | null

/** An answer as one entry for the period, the position and each dimension; what a model lacks is absent. */
const entriesOf = ({ period, position, dimensions }: Standpoint): ReadonlyMap<string, Track> =>
  new Map<string, Track>([
    ['period', period],
    ['position', position],
    ...[...dimensions].map(([code, { standing }]) => [`dimension ${code}`, standing] as const),
  ])

const keyOf = (difference: Difference): string =>
  difference.of === 'dimension' ? `dimension ${difference.dimension.code}` : difference.of

/** The answer after the differences; undefined where one does not begin with what is there. */
const after = (
  entries: ReadonlyMap<string, Track>,
  differences: readonly Difference[],
): ReadonlyMap<string, Track> | undefined => {
  const result = new Map(entries)
  for (const difference of differences) {
    const key = keyOf(difference)
    if (!sameTrack(result.get(key) ?? null, difference.before)) return undefined
    if (difference.after === null) result.delete(key)
    else result.set(key, difference.after)
  }
  return result
}

/** Models may word the same code otherwise. */
const worded = (track: Track): unknown =>
  typeof track === 'object' && track !== null ? { ...track, labels: undefined } : track
const sameTrack = (one: Track, another: Track): boolean => isDeepStrictEqual(worded(one), worded(another))

const sameEntries = (one: ReadonlyMap<string, Track>, another: ReadonlyMap<string, Track>): boolean =>
  one.size === another.size && [...one].every(([key, track]) => sameTrack(track, another.get(key) ?? null))

t.test('the three causes add up to the change, each beginning where the one before ended', (t) => {
  holds(
    t,
    fc.property(amendedLives, questions, (streams, [from, to]) => {
      const view = explainChanges(streams, from, to)
      const [start, end] = [entriesOf(standpoint(streams, from)), entriesOf(standpoint(streams, to))]
      const walked = view.parts.reduce<ReadonlyMap<string, Track> | undefined>(
        (entries, { differences }) => entries && after(entries, differences),
        start,
      )
      const leapt = after(start, view.differences)
      return (
        walked !== undefined && leapt !== undefined && sameEntries(walked, end) && sameEntries(leapt, end)
      )
    }),
    300,
  )
  t.end()
})

t.test('a cause that did not move changes nothing, and a part without differences names no reason', (t) => {
  holds(
    t,
    fc.property(amendedLives, questions, (streams, [from, to]) => {
      const { parts } = explainChanges(streams, from, to)
      const moved = [
        from.knownAt !== to.knownAt || from.knownBy !== to.knownBy,
        from.named !== to.named,
        from.asOf !== to.asOf,
      ]
      return (
        isDeepStrictEqual(
          parts.map((part) => part.moved),
          moved,
        ) &&
        parts.every((part) => part.moved || part.differences.length === 0) &&
        parts.every(({ differences, because }) => (differences.length === 0) === (because.length === 0))
      )
    }),
    300,
  )
  t.end()
})

const idsKnown = (streams: LineageEvents, asked: Asked): ReadonlySet<string> =>
  new Set([
    ...knownEvents(streams.events, asked).map(({ id }) => id),
    ...streams.predecessors.flatMap((predecessor) => [...idsKnown(predecessor, asked)]),
  ])

const only = (streams: LineageEvents, ids: ReadonlySet<string>): LineageEvents => ({
  ...streams,
  events: streams.events.filter(({ id }) => ids.has(id)),
  predecessors: streams.predecessors.map((predecessor) => only(predecessor, ids)),
})

t.test(
  'the facts that are named make the difference: with them alone one comes from one answer to the other',
  (t) => {
    let named = 0
    holds(
      t,
      fc.property(amendedLives, questions, (streams, [from, to]) => {
        const knowledge: ChangesView['parts'][0] = explainChanges(streams, from, to).parts[0]
        if (knowledge.differences.length === 0) return true
        named += 1
        const ids = new Set(idsKnown(streams, from))
        for (const { events } of knowledge.because) {
          const id = events[0] ?? ''
          if (!ids.delete(id)) ids.add(id)
        }
        const informed = standpoint(streams, { ...from, knownAt: to.knownAt, knownBy: to.knownBy })
        const partly = standpoint(only(streams, ids), {
          ...from,
          knownAt: Number.MAX_SAFE_INTEGER / 4,
          knownBy: 'recorded',
        })
        return differencesBetween(partly, informed).length === 0
      }),
      300,
    )
    t.ok(named > 20, `a difference of knowledge in ${named} cases`)
    t.end()
  },
)
