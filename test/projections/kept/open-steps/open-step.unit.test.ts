import t from 'tap'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { isoOfDay } from '#domain/time/day.js'
import { openStepOf, openSteps } from '#projections/kept/open-steps/open-steps.js'
import {
  eventsTold,
  fact,
  history,
  on,
  organisationId,
  registered,
  retracted,
  type Telling,
} from '#test/support/histories.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

/** Each open step of a history as `<id> <what it waits for> <day from which it is overdue>`. */
const open = (...tellings: readonly Telling[]): readonly string[] =>
  stepsOf(history(registered(), ...tellings)).flatMap((step) => {
    const found = openStepOf(step)
    return found === undefined ? [] : [`${found.stepId} ${found.waits} ${isoOfDay(found.overdue)}`]
  })

const announced = (told: Readonly<Record<string, unknown>> = {}): Telling =>
  fact('residency', 'planned', { occurred: '2014-10', statedOn: '2014-10', ...told })

t.test('an announcement is overdue on the day after the last on which it may have begun', async (t) => {
  t.strictSame(open(announced({ expected: '2015-03' })), ['residency for-beginning 2015-04-01'])
  t.strictSame(open(announced({ expected: '2015-03/2016' })), ['residency for-beginning 2015-04-01'])
  t.strictSame(open(announced({ expected: '../2016' })), ['residency for-beginning 2017-01-01'])
  t.strictSame(
    open(
      fact('seminar', 'planned', { occurred: '2014-10', statedOn: '2014-10', expected: '2015-03/2015-04' }),
    ),
    ['seminar for-beginning 2015-05-01'],
    'what happens at once may do so until the end of what was announced',
  )
})

t.test('without a date, a year of silence is enough; news after the date give it another year', async (t) => {
  t.strictSame(open(announced()), ['residency for-beginning 2015-10-31'])
  t.strictSame(
    open(announced({ expected: '2015-03' }), announced({ occurred: '2016-05-10', statedOn: '2016-05-10' })),
    ['residency for-beginning 2017-05-10'],
  )
  t.strictSame(
    open(
      announced({ expected: '2015-03' }),
      announced({ occurred: '2015-01', statedOn: '2015-01', expected: '2018' }),
    ),
    ['residency for-beginning 2019-01-01'],
    'what was put off is expected on its new date',
  )
})

t.test('what began, was dropped, taken back or is only supported is waited for no more', async (t) => {
  t.strictSame(open(announced(), fact('residency', 'started', { occurred: '2015' })), [])
  t.strictSame(open(announced(), fact('residency', 'plan-dropped', { occurred: '2015-02' })), [])
  t.strictSame(open(announced(), retracted(2)), [])
  t.strictSame(open(announced({ role: 'co-funder' })), [])
  t.strictSame(open(fact('target', 'planned', { statedOn: '2014', expected: '2016' })), [])
})

t.test('an end that was announced is overdue once its day has passed', async (t) => {
  const started = (expected?: string): Telling =>
    fact('experiment', 'started', { occurred: '2023', statedOn: '2024-01', expected })
  t.strictSame(open(started('2025~')), ['experiment for-end 2026-01-01'])
  t.strictSame(open(started('2023/..')), [], 'no end is in sight')
  t.strictSame(open(started()), [])
  t.strictSame(open(started('2025~'), fact('experiment', 'completed', { occurred: '2025' })), [])
  t.strictSame(
    open(
      started('2024~'),
      fact('experiment', 'confirmed', { occurred: '2025-06-01', statedOn: '2025-06-01' }),
    ),
    ['experiment for-end 2026-06-01'],
    'it went on after the day, and is asked about a year later',
  )
})

t.test('the row keeps the steps of one organisation, and another one takes its place', async (t) => {
  const rowOf = (...tellings: readonly Telling[]) =>
    rowDerived(openSteps.rowOf(foldedAlone(organisationId('a'), eventsTold(registered(), ...tellings))))
  const before = openSteps.viewOf([rowOf(on('2020-01-01', announced({ title: 'Gares', programme: 'x' })))])
  t.match(before.get(organisationId('a'))?.steps, [{ title: 'Gares', programme: 'x' }])
  const after = openSteps.withRows(before, [rowOf()])
  t.strictSame(
    [before, after].map((view) => view.get(organisationId('a'))?.steps.length),
    [1, 0],
  )
})
