import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { evidenceOfOrganisation } from '#domain/evidence/evidence-of-organisation.js'
import type { Lineage } from '#domain/evidence/lineage.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import type { AttributeValue, Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import type { AttributeNature } from '#domain/maturity/validation/vocabulary.js'
import { historyOf } from '#domain/organisation/history.js'
import { knownEvents, type KnownBy } from '#domain/organisation/known-events.js'
import { isProfileEvent } from '#domain/organisation/profile-event.js'
import { lastDayTold } from '#domain/steps/fact.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { kinds } from '#domain/steps/catalogue/catalogue.js'
import { instantAtEndOf, parisDayOf, day } from '#domain/time/day.js'
import {
  arbitraryChanges,
  arbitraryFacts,
  arbitrarySuccession,
  arbitraryTellings,
} from '#test/support/arbitrary-histories.js'
import {
  correctedAndBack,
  eventsFrom,
  eventsTold,
  fact,
  on,
  organisationId,
  registered,
  succeeded,
  type Telling,
} from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'
import { meetOnOneDay } from '#test/support/order-of-arrival.js'

type Piece = Occurrence | Standing

const piecesOf = ({ occurrences, standings }: Evidence): readonly Piece[] => [...occurrences, ...standings]

const alone = (events: readonly RecordedEvent[]): Lineage => ({
  id: organisationId('org'),
  history: historyOf(events),
  predecessors: [],
})

const evidenceOfEvents = (events: readonly RecordedEvent[]): Evidence =>
  evidenceOfOrganisation(alone(events), 'full')

const told = (tellings: readonly Telling[]): readonly RecordedEvent[] => eventsTold(...tellings)

const citedIn =
  ({ events }: Piece) =>
  (event: RecordedEvent): boolean =>
    events.includes(event.id) || isProfileEvent(event)

/** Evidence whose lists are in one order, whatever the order in which facts came. */
const inOneOrder = (evidence: Evidence): unknown =>
  piecesOf(evidence)
    .map((piece) => {
      const events = piece.events.toSorted()
      if (!('begin' in piece)) return { ...piece, events }
      return {
        ...piece,
        events,
        changes: sortedByText(piece.changes.map((change) => ({ ...change, order: 0 }))),
        suspensions: sortedByText(
          piece.suspensions.map((suspension) => ({ ...suspension, events: suspension.events.toSorted() })),
        ),
        news: sortedByText(piece.news.map((heard) => ({ ...heard, events: heard.events.toSorted() }))),
      }
    })
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))

const sortedByText = <One>(list: readonly One[]): readonly One[] =>
  list.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))

const withoutEvents = (evidence: Evidence): unknown =>
  piecesOf(evidence).map((piece) =>
    'suspensions' in piece
      ? {
          ...piece,
          events: [],
          suspensions: piece.suspensions.map((suspension) => ({ ...suspension, events: [] })),
        }
      : { ...piece, events: [] },
  )

t.test('replaying only the events that a piece of evidence cites yields that piece', (t) => {
  holds(
    t,
    fc.property(arbitraryTellings, (tellings) => {
      const events = told(tellings)
      return piecesOf(evidenceOfEvents(events)).every((piece) =>
        piecesOf(evidenceOfEvents(events.filter(citedIn(piece)))).some((again) =>
          isDeepStrictEqual(again, piece),
        ),
      )
    }),
    1500,
  )
  t.end()
})

/** A stream is in the order of recording. */
const inTime = (tellings: readonly Telling[]): readonly Telling[] =>
  tellings.toSorted((one, other) => one.recordedOn.localeCompare(other.recordedOn))

t.test('the same holds of what was inherited', (t) => {
  holds(
    t,
    fc.property(arbitrarySuccession, ({ north, south, own }) => {
      const streams = {
        north: eventsFrom(1, registered(), ...inTime(north), succeeded('org', '2016-01-01')),
        south: eventsFrom(101, registered(), ...inTime(south), succeeded('org', '2015')),
        own: eventsFrom(201, registered(), ...inTime(own)),
      }
      const evidenceWith = (kept: (event: RecordedEvent) => boolean): Evidence =>
        evidenceOfOrganisation(
          {
            id: organisationId('org'),
            history: historyOf(streams.own.filter(kept)),
            predecessors: (['north', 'south'] as const).map((name) => ({
              id: organisationId(name),
              history: historyOf(streams[name].filter(kept)),
              predecessors: [],
            })),
          },
          'full',
        )
      return piecesOf(evidenceWith(() => true)).every((piece) =>
        piecesOf(evidenceWith(citedIn(piece))).some((again) => isDeepStrictEqual(again, piece)),
      )
    }),
    1000,
  )
  t.end()
})

t.test('a correction back and forth leaves the same evidence', (t) => {
  holds(
    t,
    fc.property(arbitraryFacts, arbitraryChanges, fc.nat(), (facts, changes, seed) => {
      const events = told(facts)
      const place = seed % events.length
      const amended = told([...facts, ...correctedAndBack(events, place, changes)])
      return isDeepStrictEqual(
        withoutEvents(evidenceOfEvents(amended)),
        withoutEvents(evidenceOfEvents(events)),
      )
    }),
    1500,
  )
  t.end()
})

t.test('facts that arrive in another order give the same evidence', (t) => {
  const withOrders = arbitraryFacts
    .map(told)
    .filter((events) => !meetOnOneDay(events))
    .chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    )
  holds(
    t,
    fc.property(withOrders, ([events, otherwise]) =>
      isDeepStrictEqual(inOneOrder(evidenceOfEvents(otherwise)), inOneOrder(evidenceOfEvents(events))),
    ),
    1500,
  )
  t.end()
})

t.test('what was recorded by a moment is the beginning of the log', (t) => {
  holds(
    t,
    fc.property(arbitraryTellings, fc.nat(), (tellings, seed) => {
      const spread = tellings.map((telling, place) => on(`20${String(10 + place)}-01-01`, telling))
      const events = told(spread)
      const length = seed % (events.length + 1)
      const last = events[length - 1]
      const known = knownEvents(events, {
        knownAt: last === undefined ? 0 : last.recordedAt,
        knownBy: 'recorded',
      })
      return isDeepStrictEqual(evidenceOfEvents(known), evidenceOfEvents(events.slice(0, length)))
    }),
    300,
  )
  t.end()
})

t.test('what was known grows with time, and documents tell facts from the day on which they spoke', (t) => {
  holds(
    t,
    fc.property(
      arbitraryTellings,
      fc.constantFrom<KnownBy[]>('recorded', 'documented'),
      fc.integer({ min: 15000, max: 20600 }),
      (tellings, knownBy, at) => {
        const events = told(tellings)
        const knownOn = (count: number) =>
          knownEvents(events, { knownAt: instantAtEndOf(day(count)), knownBy })
        const known = knownOn(at)
        const expected = events.filter((event) =>
          knownBy === 'recorded'
            ? parisDayOf(event.recordedAt) <= at
            : lastDayTold(event.data as Parameters<typeof lastDayTold>[0], parisDayOf(event.recordedAt)) <=
              at,
        )
        return isDeepStrictEqual(known, expected) && known.every((event) => knownOn(at + 1).includes(event))
      },
    ),
    300,
  )
  t.end()
})

const isOfNature = (value: AttributeValue, nature: AttributeNature | undefined): boolean => {
  if (value.type !== 'codes' && value.type !== 'one-of') return nature?.type === value.type
  const told = value.type === 'codes' ? value.values : value.codes
  return nature?.type === 'codes' && told.every((code) => nature.codes.includes(code))
}

t.test('the vocabulary knows every evidence, its sort and the nature of its attributes', (t) => {
  holds(
    t,
    fc.property(arbitraryTellings, (tellings) => {
      const { occurrences, standings } = evidenceOfEvents(told(tellings))
      const isKnown = (sort: 'occurrence' | 'standing') => (piece: Piece) => {
        const known = catalogueVocabulary.get(piece.kind)
        const values = [
          ...Object.entries(piece.attributes),
          ...('changes' in piece
            ? piece.changes.map(({ attribute, value }) => [attribute, value] as const)
            : []),
        ]
        return (
          known?.sort === sort && values.every(([name, value]) => isOfNature(value, known.attributes[name]))
        )
      }
      return occurrences.every(isKnown('occurrence')) && standings.every(isKnown('standing'))
    }),
    1500,
  )
  t.end()
})

t.test('the vocabulary knows no evidence that the catalogue cannot yield', (t) => {
  const yielded = new Set(
    kinds.flatMap((kind) => {
      const plan = fact(kind.code, 'planned', { occurred: '2010' })
      const stages = stagesOfKind(kind)
        .filter((stage) => stage !== 'planned' && stage !== 'plan-dropped')
        .map((stage) => fact(kind.code, stage, { occurred: '2012' }))
      return piecesOf(evidenceOfEvents(told([plan, ...stages]))).map((piece) => piece.kind)
    }),
  )
  yielded.add('support')
  t.strictSame([...yielded].sort(), [...catalogueVocabulary.keys()].sort())
  t.end()
})
