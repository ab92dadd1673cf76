import t from 'tap'
import { given } from '#test/support/given-when-then.js'
import { fact, newFact, onDay, record, registered, stepId } from '#test/support/organisation-facts.js'

const announced = { occurred: '2014-10~', expected: '2015' }
const planned = fact(2, 'lab', 'planned', announced)
const labo = stepId('labo')

t.test('a plan may expect what is yet to come, and be told several times', (t) => {
  const plan = { occurred: '2024-05', expected: '2031/2033' }
  given(t, registered)
    .when(record(newFact(2, 'lab', 'planned', plan)))
    .then(fact(2, 'lab', 'planned', plan))
  given(t, registered, planned)
    .when(record(newFact(3, 'lab', 'planned', { occurred: '2016', expected: '2017' })))
    .then(fact(3, 'lab', 'planned', { occurred: '2016', expected: '2017' }))
  t.end()
})

t.test('an announcement is dated on its own day, never on the day expected', (t) => {
  given(t, registered)
    .when(record(newFact(2, 'lab', 'planned', { occurred: '2031' })))
    .thenRefused({ code: 'fact-in-future', earliest: onDay('2031-01-01'), today: onDay('2024-06-01') })
  t.end()
})

t.test('a plan is dropped, by whoever announced it', (t) => {
  given(t, registered, planned)
    .when(record(newFact(3, 'lab', 'plan-dropped', { occurred: '2016' })))
    .then(fact(3, 'lab', 'plan-dropped', { occurred: '2016' }))
  given(t, registered)
    .when(record(newFact(3, 'lab', 'plan-dropped')))
    .thenRefused({ code: 'plan-unknown', stepId: labo })
  given(t, registered, fact(2, 'lab', 'begun'))
    .when(record(newFact(3, 'lab', 'plan-dropped')))
    .thenRefused({ code: 'plan-unknown', stepId: labo })
  t.end()
})

t.test('what was announced begins', (t) => {
  given(t, registered, planned)
    .when(record(newFact(3, 'lab', 'begun', { occurred: '2015-02' })))
    .then(fact(3, 'lab', 'begun', { occurred: '2015-02' }))
  given(t, registered, planned, fact(3, 'lab', 'plan-dropped'))
    .when(record(newFact(4, 'lab', 'begun', { occurred: '2018' })))
    .then(fact(4, 'lab', 'begun', { occurred: '2018' }))
  t.end()
})

t.test('what was only announced has not begun: its later stages ask for a beginning', (t) => {
  for (const stage of ['changed', 'suspended', 'resumed', 'confirmed', 'ended'] as const) {
    given(t, registered, planned)
      .when(record(newFact(3, 'lab', stage)))
      .thenRefused({ code: 'step-unknown', stepId: labo, stage })
  }
  given(t, registered, fact(2, 'residency', 'planned'))
    .when(record(newFact(3, 'residency', 'abandoned')))
    .thenRefused({ code: 'step-unknown', stepId: labo, stage: 'abandoned' })
  t.end()
})

t.test('a plan of another kind is another step', (t) => {
  given(t, registered, planned)
    .when(record(newFact(3, 'place', 'planned')))
    .thenRefused({ code: 'step-of-other-kind', stepId: labo, kind: 'lab' })
  t.end()
})
