import fc from 'fast-check'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { arbitraryChanges, arbitraryFact, arbitraryKind } from './arbitrary-histories.js'
import {
  corrected,
  ended,
  eventsFrom,
  on,
  organisationId,
  registered,
  retracted,
  succeeded,
  type Telling,
} from './histories.js'

/** Recordings happen on these days, one after the other. */
export const recordingDays = Array.from({ length: 10 }, (_, place) => `2019-03-${String(10 + place)}`)
const places = fc.nat({ max: recordingDays.length - 1 })

/** Facts of three steps and what amends them, each recorded on some day, an amendment never before its target. */
const amendedTellings = (steps: readonly [string, string, string]): fc.Arbitrary<readonly Timed[]> =>
  fc
    .tuple(arbitraryKind, arbitraryKind, arbitraryKind)
    .chain(([a, b, c]) =>
      fc.array(
        fc.tuple(
          fc.oneof(arbitraryFact(a, steps[0]), arbitraryFact(b, steps[1]), arbitraryFact(c, steps[2])),
          places,
        ),
        { minLength: 1, maxLength: 7 },
      ),
    )
    .chain((facts) =>
      fc
        .array(
          fc.record({
            target: fc.nat({ max: facts.length - 1 }),
            later: places,
            changes: fc.option(arbitraryChanges),
          }),
          { maxLength: 5 },
        )
        .map((amendments) => [
          ...facts.map(([telling, place]) => ({ telling, place })),
          ...amendments.map(({ target, later, changes }) => ({
            // Targets are named by their number: the registration is the first.
            telling:
              changes === null ? retracted(target + FIRST_FACT) : corrected(target + FIRST_FACT, changes),
            place: Math.max(later, facts[target]?.[1] ?? 0),
          })),
        ]),
    )

interface Timed {
  readonly telling: Telling
  readonly place: number
}

const FIRST_FACT = 2

/** The events in the order of their recording; numbers from `first` on, in the order in which they were told. */
const recordedEvents = (first: number, told: readonly Timed[]): readonly RecordedEvent[] =>
  [
    ...eventsFrom(
      first,
      on(recordingDays[0] ?? '', registered()),
      ...told.map(({ telling, place }) => on(recordingDays[place] ?? '', telling)),
    ),
  ].toSorted((one, other) => one.recordedAt - other.recordedAt)

/** An organisation with late entries, corrections and retractions; often one that succeeded another, and sometimes one that ended. */
export const amendedLives: fc.Arbitrary<LineageEvents> = fc
  .record({
    own: amendedTellings(['own-a', 'own-b', 'north-c']),
    north: fc.option(amendedTellings(['north-a', 'north-b', 'north-c']), { freq: 3 }),
    succession: fc.record({ from: fc.constantFrom('2014', '2014-06-01', '2016-01-01'), place: places }),
    end: fc.option(fc.record({ lastDay: fc.constantFrom('2015-12-31', '2017'), place: places }), {
      freq: 4,
      nil: undefined,
    }),
  })
  .map(({ own, north, succession, end }) => ({
    id: organisationId('org'),
    events: recordedEvents(1, [
      ...own,
      ...(end === undefined ? [] : [{ telling: ended(end.lastDay), place: end.place }]),
    ]),
    predecessors:
      north === null
        ? []
        : [
            {
              id: organisationId('north'),
              events: renumbered(
                recordedEvents(1, [
                  ...north,
                  { telling: succeeded('org', succession.from), place: succession.place },
                ]),
              ),
              predecessors: [],
            },
          ],
  }))

/** Numbers of their own, since ids are unique over streams. */
const renumbered = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  JSON.parse(
    JSON.stringify(events).replaceAll('00000000-0000-4000-8000-', '00000000-0000-4000-9000-'),
  ) as readonly RecordedEvent[] // the same events under other ids
