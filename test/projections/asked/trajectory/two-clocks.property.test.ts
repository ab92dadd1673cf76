import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { FIRST_MODEL, FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { instantAtEndOf, day as dayNumbered, isoOfDay, addDuration } from '#domain/time/day.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { describeTrajectory } from '#projections/asked/trajectory/describe-trajectory.js'
import type { PositionStanding, TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'
import { amendedLives, recordingDays } from '#test/support/amended-lives.js'
import { arbitraryChanges, arbitraryFacts } from '#test/support/arbitrary-histories.js'
import {
  correctedAndBack,
  dayOf,
  eventsTold,
  organisationId,
  registered,
  type Telling,
} from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'
import { meetOnOneDay, pairedStages } from '#test/support/order-of-arrival.js'

const { labels, unobserved } = FIRST_MODEL_DOCUMENT
const named = { model: FIRST_MODEL, hash: 'hash', labels, unobserved }

/** Days around everything that these histories tell. */
const days = fc.integer({ min: dayOf('2011-01-01'), max: dayOf('2024-01-01') })

interface Moment {
  readonly asOf: number
  readonly knownAt: number
}

const viewOf = (streams: LineageEvents, { asOf, knownAt }: Moment): TrajectoryView => {
  const day = asOf as ReturnType<typeof dayOf> // a count of days
  const horizon = addDuration(day, { months: 120, days: 0 })
  const question = { asOf: day, knownAt, knownBy: 'recorded' as const, horizon }
  return describeTrajectory(assessOrganisation(streams, FIRST_MODEL, question), named, question)
}

/** How much was recorded since is told beside the answer, and is not part of it. */
const answerOf = ({ warnings, ...view }: TrajectoryView): unknown => ({
  ...view,
  warnings: warnings.filter(({ code }) => code !== 'recorded-later'),
})

const upTo = (streams: LineageEvents, instant: number): LineageEvents => ({
  ...streams,
  events: streams.events.filter(({ recordedAt }) => recordedAt <= instant),
  predecessors: streams.predecessors.map((predecessor) => upTo(predecessor, instant)),
})

const moments = fc.constantFrom(...recordingDays).map((iso) => instantAtEndOf(dayOf(iso)))

t.test(
  'whatever is recorded, corrected or retracted later, the answer for an earlier moment stays as it was given',
  (t) => {
    holds(
      t,
      fc.property(amendedLives, moments, days, (streams, knownAt, asOf) =>
        isDeepStrictEqual(
          answerOf(viewOf(streams, { asOf, knownAt })),
          answerOf(viewOf(upTo(streams, knownAt), { asOf, knownAt })),
        ),
      ),
      300,
    )
    t.end()
  },
)

t.test('what is known in the end is the live answer', (t) => {
  const end = instantAtEndOf(dayOf(recordingDays.at(-1) ?? ''))
  holds(
    t,
    fc.property(amendedLives, days, (streams, asOf) => {
      const { knownAt: _asked, ...known } = viewOf(streams, { asOf, knownAt: end })
      const { knownAt: _live, ...live } = viewOf(streams, { asOf, knownAt: Number.MAX_SAFE_INTEGER / 4 })
      return isDeepStrictEqual(known, live)
    }),
    300,
  )
  t.end()
})

const alone = (events: readonly RecordedEvent[]): LineageEvents => ({
  id: organisationId('org'),
  events,
  predecessors: [],
})

/** Which events are cited first follows the order in which they came; where the organisation stands does not. */
const standingsOf = ({ standing, dimensions, spells, story, period }: TrajectoryView): unknown => ({
  period,
  spells,
  standing: withoutEvidence(standing),
  dimensions: dimensions.map(withoutEvidence),
  story: story.map(({ because: _because, ...chapter }) => chapter),
})

const withoutEvidence = <S extends { readonly evidence: readonly string[] }>({
  evidence: _ids,
  ...told
}: S) => told

const told = (tellings: readonly Telling[]): readonly RecordedEvent[] => eventsTold(registered(), ...tellings)
const always = { knownAt: Number.MAX_SAFE_INTEGER / 4 }

t.test('the order in which late facts arrive does not matter to the trajectory', (t) => {
  const orders = arbitraryFacts
    .map(told)
    .filter((events) => !meetOnOneDay(events, [...pairedStages, 'changed']))
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events.slice(1), { minLength: events.length - 1 }),
        days,
      ),
    )
  holds(
    t,
    fc.property(orders, ([events, otherwise, asOf]) =>
      isDeepStrictEqual(
        standingsOf(viewOf(alone([...events.slice(0, 1), ...otherwise]), { asOf, ...always })),
        standingsOf(viewOf(alone(events), { asOf, ...always })),
      ),
    ),
    300,
  )
  t.end()
})

t.test('a correction back and forth restores the whole trajectory', (t) => {
  holds(
    t,
    fc.property(arbitraryFacts, arbitraryChanges, fc.nat(), days, (facts, changes, seed, asOf) => {
      const events = told(facts)
      const place = 1 + (seed % facts.length)
      const amended = told([...facts, ...correctedAndBack(events, place, changes)])
      return isDeepStrictEqual(
        standingsOf(viewOf(alone(amended), { asOf, ...always })),
        standingsOf(viewOf(alone(events), { asOf, ...always })),
      )
    }),
    300,
  )
  t.end()
})

t.test('every answer holds on its own day: since it, or before, and until a later one', (t) => {
  const spans = (day: string, { since, until, holdsUntil, state }: PositionStanding): boolean =>
    since <= day &&
    (until === null || day < until) &&
    (state === 'none' || state === 'stale' || holdsUntil === null || day < holdsUntil)
  holds(
    t,
    fc.property(amendedLives, days, (streams, asOf) => {
      const { standing, lastStanding, warnings } = viewOf(streams, { asOf, ...always })
      if (lastStanding === undefined) return spans(isoOfDay(dayNumbered(asOf)), standing)
      const lived = warnings.some(({ code }) => code === 'ended')
      return (
        lived &&
        spans(isoOfDay(dayNumbered(asOf)), standing) &&
        lastStanding.since < (lastStanding.until ?? '')
      )
    }),
    300,
  )
  t.end()
})
