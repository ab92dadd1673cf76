import t from 'tap'
import { lastDayTold, rangeOfFact, statedOnRange, statedRange } from '#domain/steps/fact.js'
import { isoOfDay } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { content, onDay } from '#test/support/organisation-facts.js'

type Told = Readonly<Partial<Record<'occurred' | 'within' | 'statedOn', string>>>

const recordedOn = onDay('2024-06-01')
const days = (range: DayRange | undefined) => range && `${isoOfDay(range.earliest)} ${isoOfDay(range.latest)}`

const table: readonly (readonly [told: Told, range: string, stage?: FactStage])[] = [
  [{ occurred: '2012' }, '2012-01-01 2012-12-31'],
  [{ occurred: '2012-03' }, '2012-03-01 2012-03-31'],
  [{ occurred: '2012-03-15' }, '2012-03-15 2012-03-15'],
  [{ occurred: '201X' }, '2010-01-01 2019-12-31'],
  [{ occurred: '2012-21' }, '2012-03-01 2012-05-31'],
  [{ occurred: '2012-22' }, '2012-06-01 2012-08-31'],
  [{ occurred: '2012-23' }, '2012-09-01 2012-11-30'],
  [{ occurred: '2012-24' }, '2012-12-01 2013-02-28'],
  [{ occurred: '2016-33' }, '2016-01-01 2016-03-31'],
  [{ occurred: '2016-36' }, '2016-10-01 2016-12-31'],
  [{ occurred: '2016-40' }, '2016-01-01 2016-06-30'],
  [{ occurred: '2016-41' }, '2016-07-01 2016-12-31'],
  [{ occurred: '2012~' }, '2012-01-01 2012-12-31'],
  [{ occurred: '2012?' }, '2012-01-01 2012-12-31'],
  [{ occurred: '2012%' }, '2012-01-01 2012-12-31'],
  // what lasted several days counts on its last, but a beginning on its first
  [{ occurred: '2011-07/2013-03' }, '2013-03-01 2013-03-31'],
  [{ occurred: '2011-07/2013-03' }, '2013-03-01 2013-03-31', 'completed'],
  [{ occurred: '2011-07/2013-03' }, '2011-07-01 2011-07-31', 'started'],
  [{ occurred: '2018/..' }, '2018-01-01 2018-12-31', 'begun'],
  [{ occurred: '2018/' }, '2018-01-01 2018-12-31', 'begun'],
  [{ occurred: '2018/..' }, '2018-01-01 2024-06-01'],
  [{ occurred: '../2015-11-26' }, '1900-01-01 2015-11-26'],
  [{ occurred: '../2015-11-26' }, '1900-01-01 2015-11-26', 'begun'],
  // a window runs from the first day of its first date to the last day of its second
  [{ within: '2009/2010-04' }, '2009-01-01 2010-04-30'],
  [{ within: '2014-10/2015-11-26' }, '2014-10-01 2015-11-26'],
  [{ within: '2009/2010-04' }, '2009-01-01 2010-04-30', 'begun'],
  [{ within: '2023/..' }, '2023-01-01 2024-06-01'],
  [{ within: '../2015-11-26' }, '1900-01-01 2015-11-26'],
  [{ within: '2010' }, '2010-01-01 2010-12-31'],
  // undated: on or before the day on which it was told
  [{}, '1900-01-01 2024-06-01'],
  [{ statedOn: '2014-10~' }, '1900-01-01 2014-10-31'],
  // announcements and confirmations: on that day
  [{ statedOn: '2014-10~' }, '2014-10-01 2014-10-31', 'planned'],
  [{ statedOn: '2014-10~', occurred: '2014-03' }, '2014-03-01 2014-03-31', 'planned'],
  [{ within: '2013/2014-03', statedOn: '2014-10' }, '2013-01-01 2014-03-31', 'planned'],
  [{}, '2024-06-01 2024-06-01', 'planned'],
  [{ statedOn: '2018' }, '2018-01-01 2018-12-31', 'confirmed'],
  [{ statedOn: '2018' }, '1900-01-01 2018-12-31', 'plan-dropped'],
  // what a source tells as done is not later than the day on which it spoke
  [{ occurred: '2015', statedOn: '2015-11-26' }, '2015-01-01 2015-11-26'],
  [{ occurred: '2015/2016', statedOn: '2016-02' }, '2016-01-01 2016-02-29'],
  [{ occurred: '2015/2016', statedOn: '2015-03' }, '2015-01-01 2015-03-31', 'begun'],
  [{ occurred: '2014', statedOn: '2015-11-26' }, '2014-01-01 2014-12-31'],
  [{ within: '2015/2018', statedOn: '2016' }, '2015-01-01 2016-12-31'],
  [{ occurred: '2018/..', statedOn: '2019' }, '2018-01-01 2019-12-31'],
  [{ occurred: '2024' }, '2024-01-01 2024-06-01'],
  // a fault, which the decider refuses: never an empty range
  [{ occurred: '2016', statedOn: '2015-11-26' }, '2016-01-01 2016-01-01'],
  [{ occurred: '2016/..', statedOn: '2015-11-26' }, '2016-01-01 2016-01-01'],
  [{ within: '2016/..', statedOn: '2015-11-26' }, '2016-01-01 2016-01-01'],
]

for (const [told, range, stage = 'happened'] of table) {
  t.test(`${JSON.stringify(told)} ${stage}`, (t) => {
    t.equal(days(rangeOfFact(content('lab', told), recordedOn, stage)), range)
    t.end()
  })
}

t.test('what its words say is kept beside what its source bounds', (t) => {
  const fact = content('lab', { occurred: '2016', statedOn: '2015-11-26' })
  t.equal(days(statedRange(fact, recordedOn, 'happened')), '2016-01-01 2016-12-31')
  t.equal(isoOfDay(lastDayTold(fact, recordedOn)), '2015-11-26')
  t.equal(isoOfDay(lastDayTold(content('lab'), recordedOn)), '2024-06-01')
  t.equal(days(statedOnRange(content('lab', { statedOn: '2016-33' }))), '2016-01-01 2016-03-31')
  t.equal(statedOnRange(content('lab')), undefined)
  t.end()
})
