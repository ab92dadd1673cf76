import t from 'tap'
import { days, eventIds, fact, stepId, type Telling } from '#test/support/histories.js'
import { evidence, occurrences, kindsIn } from './evidence-told.js'

t.test('a supporting role gives one occurrence support', (t) => {
  const partner = { role: 'partner', attributes: { team: 4 } }
  t.strictSame(
    evidence(
      fact('residency', 'started', { ...partner, occurred: '2012-01-10' }),
      fact('residency', 'completed', { ...partner, occurred: '2012-06-20' }),
    ),
    {
      occurrences: [
        {
          kind: 'support',
          stepId: stepId('residency'),
          range: days('2012-01-10'),
          attributes: {},
          events: eventIds(1, 2),
        },
      ],
      standings: [],
    },
    'on its first day',
  )
  const range = (...tellings: readonly Telling[]) =>
    occurrences(...tellings).map((one) => [one.kind, one.range])
  t.strictSame(range(fact('residency', 'completed', { role: 'funder', occurred: '2012-06-20' })), [
    ['support', days('2012-06-20')],
  ])
  t.strictSame(range(fact('award', 'happened', { role: 'patron', occurred: '2012-06-20' })), [
    ['support', days('2012-06-20')],
  ])
  t.strictSame(
    range(fact('gathering', 'happened', { role: 'partner', occurred: '2012-01-10/2012-01-12' })),
    [['support', days('2012-01-10')]],
    'of several days the first',
  )
  t.strictSame(
    range(fact('residency', 'completed', { role: 'funder', occurred: '2012-01/2012-06' })),
    [['support', days('2012-01-01', '2012-01-31')]],
    'so of what is only known to be over',
  )
  t.strictSame(
    range(fact('gathering', 'happened', { role: 'partner', within: '2012-01/2012-06' })),
    [['support', days('2012-01-01', '2012-06-30')]],
    'a window is one day in doubt',
  )
  t.strictSame(
    range(fact('gathering', 'happened', { role: 'host', occurred: '2012-01-10/2012-01-12' })),
    [['gathering', days('2012-01-12')]],
    'who carries it counts the last',
  )
  t.strictSame(
    evidence(fact('scaling', 'planned', { role: 'partner', statedOn: '2015-11-26' })),
    { occurrences: [], standings: [] },
    'nothing while it is only announced',
  )
  t.end()
})

t.test('a partnership is carried by every role', (t) => {
  t.strictSame(kindsIn(evidence(fact('partnership', 'begun', { role: 'funder', occurred: '2012' }))), [
    'partnership',
    'partnership-begun',
  ])
  t.strictSame(kindsIn(evidence(fact('partnership', 'planned', { role: 'partner' }))), [
    'partnership-planned',
  ])
  t.end()
})

t.test('one fact in a carrying role makes the step carried, and is cited', (t) => {
  const told = evidence(
    fact('lab', 'begun', { role: 'partner', occurred: '2012' }),
    fact('lab', 'confirmed', { role: 'lead', occurred: '2013' }),
  )
  t.strictSame(kindsIn(told), ['lab', 'lab-begun'])
  t.strictSame(told.occurrences[0]?.events, eventIds(1, 2))
  t.end()
})

t.test('who announced it need not be who carried it', (t) => {
  const [planned, done] = ['lead', 'partner'].map((role) => ({ role, occurred: '2012' }))
  t.strictSame(kindsIn(evidence(fact('seminar', 'planned', planned), fact('seminar', 'happened', done))), [
    'seminar-planned',
    'support',
  ])
  t.strictSame(kindsIn(evidence(fact('seminar', 'planned', done), fact('seminar', 'happened', planned))), [
    'seminar',
  ])
  t.end()
})
