import t from 'tap'
import { successionsOf } from '#domain/organisation/existence.js'
import { historyOf } from '#domain/organisation/history.js'
import { knownEvents, type KnownBy } from '#domain/organisation/known-events.js'
import { instantAtEndOf, instantAtStartOf } from '#domain/time/day.js'
import {
  corrected,
  dayOf,
  days,
  ended,
  eventIds,
  eventsTold,
  fact,
  linked,
  on,
  profileCorrected,
  registered,
  renamed,
  retracted,
  succeeded,
  type Telling,
} from '#test/support/histories.js'

const knownOn =
  (...tellings: readonly Telling[]) =>
  (knownBy: KnownBy, day: string) =>
    knownEvents(eventsTold(...tellings), { knownAt: instantAtEndOf(dayOf(day)), knownBy }).map(({ id }) => id)

t.test('recorded: what was recorded by then, to the millisecond', (t) => {
  const events = eventsTold(registered(), on('2026-02-01', fact('lab', 'begun', { statedOn: '2012' })))
  const [, lab] = events
  const known = (knownAt: number) => knownEvents(events, { knownAt, knownBy: 'recorded' }).length
  t.strictSame([known(0), known((lab?.recordedAt ?? 0) - 1), known(lab?.recordedAt ?? 0)], [0, 1, 2])
  t.end()
})

t.test('documented: a fact from the last day of its statedOn on, else from its recording', (t) => {
  const known = knownOn(
    fact('lab', 'begun', { occurred: '2011', statedOn: '2012-05' }),
    fact('lab', 'changed', { occurred: '2012' }),
  )
  t.strictSame(known('documented', '2012-05-30'), [])
  t.strictSame(known('documented', '2012-05-31'), eventIds(1))
  t.strictSame(known('documented', '2025-12-31'), eventIds(1))
  t.strictSame(known('documented', '2026-01-01'), eventIds(1, 2))
  t.strictSame(known('recorded', '2025-12-31'), [])
  t.end()
})

t.test('documented: the day is that of Paris', (t) => {
  const events = eventsTold(fact('lab', 'begun', { statedOn: '2012-05-31' }))
  const known = (knownAt: number) => knownEvents(events, { knownAt, knownBy: 'documented' }).length
  const midnight = instantAtStartOf(dayOf('2012-05-31'))
  t.strictSame([known(midnight - 1), known(midnight)], [0, 1])
  t.end()
})

t.test('documented: corrections, retractions and links like facts', (t) => {
  const known = knownOn(
    fact('lab', 'begun', { statedOn: '2012-01-01' }),
    corrected(1, { occurred: '2010' }, { statedOn: '2014-01-01' }),
    on('2026-03-01', retracted(1)),
    on('2026-04-01', linked('lab', ['transfo'])),
  )
  t.strictSame(known('documented', '2013-12-31'), eventIds(1))
  t.strictSame(known('documented', '2014-01-01'), eventIds(1, 2))
  t.strictSame(known('documented', '2026-03-01'), eventIds(1, 2, 3))
  t.strictSame(known('documented', '2026-04-01'), eventIds(1, 2, 3, 4))
  t.end()
})

t.test('documented: who an organisation is, always; what became of it, from that day on', (t) => {
  const known = knownOn(
    registered(),
    renamed('France Travail', '2024-01-01'),
    succeeded('b', '2016'),
    ended('2015-12-31'),
    succeeded('c'),
    profileCorrected(1, { name: 'Un autre nom' }),
  )
  t.strictSame(known('documented', '1950-01-01'), eventIds(1))
  t.strictSame(known('documented', '2015-12-31'), eventIds(1, 4))
  t.strictSame(known('documented', '2016-12-31'), eventIds(1, 3, 4))
  t.strictSame(known('documented', '2024-01-01'), eventIds(1, 2, 3, 4))
  t.strictSame(known('documented', '2026-01-01'), eventIds(1, 2, 3, 4, 5, 6))
  t.end()
})

t.test('documented: what was recorded ahead of its day was known then', (t) => {
  const known = knownOn(registered(), succeeded('b', '2030-01-01'), ended('2029-12-31'))
  t.strictSame(known('documented', '2025-12-31'), eventIds(1))
  t.strictSame(known('documented', '2026-01-01'), eventIds(1, 2, 3))
  t.end()
})

t.test('documented: what is corrected today changes nothing of what was known before', (t) => {
  const events = eventsTold(
    on('2026-01-01', registered()),
    on('2026-01-01', succeeded('b', '2016-01-01')),
    on('2026-03-01', profileCorrected(2, { from: '2017-01-01' })),
  )
  const successionKnownOn = (day: string) =>
    successionsOf(
      historyOf(knownEvents(events, { knownAt: instantAtEndOf(dayOf(day)), knownBy: 'documented' })),
    ).map(({ from }) => from)
  t.strictSame(successionKnownOn('2015-12-31'), [])
  t.strictSame(successionKnownOn('2016-06-01'), [days('2016-01-01')])
  t.strictSame(successionKnownOn('2026-02-28'), [days('2016-01-01')])
  t.strictSame(successionKnownOn('2026-03-01'), [days('2017-01-01')])
  t.end()
})
