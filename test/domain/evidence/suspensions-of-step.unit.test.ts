import t from 'tap'
import { suspensionsOf } from '#domain/evidence/suspensions-of-step.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { days, eventIds, fact, history, type Telling } from '#test/support/histories.js'

const suspensions = (...tellings: readonly Telling[]) =>
  stepsOf(history(...tellings)).flatMap(({ facts }) => suspensionsOf(facts))
const spans = (...tellings: readonly Telling[]) => suspensions(...tellings).map(({ from, to }) => [from, to])

const suspended = (occurred: string) => fact('lab', 'suspended', { occurred })
const resumed = (occurred: string) => fact('lab', 'resumed', { occurred })

t.test('each suspension until the resumption that came after it', (t) => {
  t.strictSame(suspensions(suspended('2014-01-01'), resumed('2014-06-01')), [
    { from: days('2014-01-01'), to: days('2014-06-01'), events: eventIds(1, 2) },
  ])
  t.strictSame(suspensions(suspended('2014-01-01')), [{ from: days('2014-01-01'), events: eventIds(1) }])
  t.strictSame(
    spans(resumed('2016-06-01'), suspended('2016-01-01'), resumed('2014-06-01'), suspended('2014-01-01')),
    [
      [days('2016-01-01'), days('2016-06-01')],
      [days('2014-01-01'), days('2014-06-01')],
    ],
    'in whatever order they were recorded',
  )
  t.strictSame(spans(suspended('2014-01-01'), resumed('2013-06-01')), [[days('2014-01-01'), undefined]])
  t.end()
})

t.test('a resumption ends every suspension that came before it', (t) => {
  t.strictSame(spans(suspended('2014-03-01'), suspended('2014-04-01'), resumed('2016-01-01')), [
    [days('2014-03-01'), days('2016-01-01')],
    [days('2014-04-01'), days('2016-01-01')],
  ])
  t.end()
})

t.test('on the same day, what was recorded later came later', (t) => {
  t.strictSame(
    spans(suspended('2014-01-01'), resumed('2014-09-01'), suspended('2014-09-01'), resumed('2015-01-01')),
    [
      [days('2014-01-01'), days('2014-09-01')],
      [days('2014-09-01'), days('2015-01-01')],
    ],
  )
  t.end()
})

t.test('imprecise dates', (t) => {
  t.strictSame(
    spans(suspended('2015-11-26'), resumed('2015')),
    [[days('2015-11-26'), days('2015-11-26', '2015-12-31')]],
    'a resumption is not before its suspension',
  )
  t.strictSame(spans(suspended('2015'), resumed('2015')), [
    [days('2015-01-01', '2015-12-31'), days('2015-01-01', '2015-12-31')],
  ])
  t.strictSame(
    spans(suspended('2014-03-01'), resumed('2014-09-01'), suspended('2014'), resumed('2015-06-01')),
    [
      [days('2014-03-01'), days('2014-09-01')],
      [days('2014-01-01', '2014-12-31'), days('2014-09-01', '2015-06-01')],
    ],
    'which resumption ended it is not sure, and neither is the day',
  )
  t.strictSame(
    spans(suspended('2014-03-01'), resumed('2014-09-01'), suspended('2015-03-01'), resumed('2014/2015')),
    [
      [days('2014-03-01'), days('2014-09-01')],
      [days('2015-03-01'), days('2015-03-01', '2015-12-31')],
    ],
  )
  t.strictSame(spans(fact('lab', 'suspended', { within: '2015-11-26', statedOn: '2015-11-26' })), [
    [days('2015-11-26'), undefined],
  ])
  t.strictSame(spans(suspended('2015-11-26/..')), [[days('2015-11-26'), undefined]], 'suspended since')
  t.end()
})
