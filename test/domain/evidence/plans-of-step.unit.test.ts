import t from 'tap'
import { plansOf } from '#domain/evidence/plans-of-step.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { days, eventIds, fact, history, stepId, type Telling } from '#test/support/histories.js'

const plans = (...tellings: readonly Telling[]) => stepsOf(history(...tellings)).flatMap(plansOf)
const spans = (...tellings: readonly Telling[]) => plans(...tellings).map(({ begin, end }) => [begin, end])

const planned = (occurred: string) => fact('lab', 'planned', { occurred })
const dropped = (occurred: string) => fact('lab', 'plan-dropped', { occurred })
const begun = (occurred: string) => fact('lab', 'begun', { occurred })

t.test('a plan stands from its announcement, with what was announced', (t) => {
  t.strictSame(
    plans(fact('lab', 'planned', { statedOn: '2014-10~', expected: '2016', attributes: { team: 5 } })),
    [
      {
        kind: 'lab-planned',
        stepId: stepId('lab'),
        begin: days('2014-10-01', '2014-10-31'),
        attributes: { team: { type: 'quantity', min: 5, max: 5 } },
        changes: [],
        suspensions: [],
        news: [{ range: days('2014-10-01', '2014-10-31'), events: eventIds(1) }],
        events: eventIds(1),
      },
    ],
    'never from the day on which it is expected',
  )
  t.end()
})

t.test('what ends a plan', (t) => {
  t.strictSame(spans(planned('2014-01-01'), dropped('2015-01-01')), [
    [days('2014-01-01'), days('2015-01-01')],
  ])
  t.strictSame(spans(planned('2014-01-01'), begun('2016-01-01')), [[days('2014-01-01'), days('2016-01-01')]])
  t.strictSame(
    spans(planned('2014-01-01'), dropped('2015-01-01'), begun('2016-01-01')),
    [[days('2014-01-01'), days('2015-01-01')]],
    'whichever came first',
  )
  t.strictSame(
    spans(planned('2014-01-01'), dropped('2015'), begun('2015-06-01')),
    [[days('2014-01-01'), days('2015-01-01', '2015-06-01')]],
    'the first of two imprecise days',
  )
  t.strictSame(
    spans(
      fact('residency', 'planned', { occurred: '2014-01-01' }),
      fact('residency', 'completed', { occurred: '2016' }),
    ),
    [[days('2014-01-01'), days('2016-01-01', '2016-12-31')]],
    'a completion, if no start is on record',
  )
  t.strictSame(
    spans(planned('2014-01-01'), fact('lab', 'confirmed', { occurred: '2017-01-01' })),
    [[days('2014-01-01'), days('2017-01-01')]],
    'any sign of life, if neither is',
  )
  t.strictSame(
    spans(
      fact('seminar', 'planned', { occurred: '2014-01-01' }),
      fact('seminar', 'happened', { occurred: '2014-02-03', role: 'partner' }),
    ),
    [[days('2014-01-01'), days('2014-02-03')]],
    'in whatever role',
  )
  t.end()
})

t.test('several announcements are one plan, from the first, and news of it', (t) => {
  const [plan] = plans(planned('2015'), planned('2014-03-01'), begun('2016-01-01'))
  t.strictSame(plan?.begin, days('2014-03-01'))
  t.strictSame(plan?.news, [
    { range: days('2015-01-01', '2015-12-31'), events: eventIds(1) },
    { range: days('2014-03-01'), events: eventIds(2) },
    { range: days('2016-01-01'), events: eventIds(3) },
  ])
  t.strictSame(
    spans(planned('2014'), planned('2014-10-05')),
    [[days('2014-01-01', '2014-10-05'), undefined]],
    'the first of both is not later than either',
  )
  t.end()
})

t.test('two claims that it was dropped widen', (t) => {
  t.strictSame(spans(planned('2014-01-01'), dropped('2015-01-01'), dropped('2016-01-01')), [
    [days('2014-01-01'), days('2015-01-01', '2016-01-01')],
  ])
  t.end()
})

t.test('what is announced again after it was dropped stands again', (t) => {
  t.strictSame(spans(planned('2017-01-01'), dropped('2015'), planned('2014-01-01'), begun('2018-01-01')), [
    [days('2014-01-01'), days('2015-01-01', '2015-12-31')],
    [days('2017-01-01'), days('2018-01-01')],
  ])
  t.strictSame(
    spans(planned('2014-01-01'), dropped('2015-01-01'), planned('2015-01-01')),
    [
      [days('2014-01-01'), days('2015-01-01')],
      [days('2015-01-01'), undefined],
    ],
    'on the same day: what was recorded later came later',
  )
  t.end()
})

t.test('what was done has none of the attributes that were announced, nor cites the plan', (t) => {
  const all = history(
    fact('seminar', 'planned', { occurred: '2014', attributes: { participants: 200 } }),
    fact('seminar', 'happened', { occurred: '2015' }),
  )
  t.strictSame(plans(fact('seminar', 'happened', { occurred: '2015' })), [])
  t.strictSame(
    stepsOf(all)
      .flatMap(plansOf)
      .map(({ attributes, events }) => [attributes, events]),
    [[{ participants: { type: 'quantity', min: 200, max: 200 } }, eventIds(1, 2)]],
  )
  t.end()
})
