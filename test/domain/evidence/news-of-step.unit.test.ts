import t from 'tap'
import { newsOf } from '#domain/evidence/news-of-step.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { days, eventId, fact, history, type Telling } from '#test/support/histories.js'

const news = (...tellings: readonly Telling[]) =>
  stepsOf(history(...tellings))
    .flatMap(({ facts }) => newsOf(facts))
    .map(({ range, events }) => [...events, range])

t.test('a source that tells it as standing was news on the day on which it spoke', (t) => {
  t.strictSame(news(fact('lab', 'begun', { occurred: '2012', statedOn: '2015-04-28' })), [
    [eventId(1), days('2012-01-01', '2012-12-31')],
    [eventId(1), days('2015-04-28')],
  ])
  t.strictSame(
    news(
      fact('lab', 'begun', { occurred: '2012-01-01' }),
      fact('lab', 'changed', { occurred: '2013-01-01', statedOn: '2014' }),
      fact('lab', 'resumed', { occurred: '2015-01-01', statedOn: '2016-02' }),
    ),
    [
      [eventId(1), days('2012-01-01')],
      [eventId(2), days('2013-01-01')],
      [eventId(2), days('2014-01-01', '2014-12-31')],
      [eventId(3), days('2015-01-01')],
      [eventId(3), days('2016-02-01', '2016-02-29')],
    ],
  )
  t.strictSame(
    news(fact('lab', 'confirmed', { occurred: '2015', statedOn: '2015' })),
    [[eventId(1), days('2015-01-01', '2015-12-31')]],
    'the same news once',
  )
  t.end()
})

t.test('a source that tells it as over or suspended is no news of it on the day on which it spoke', (t) => {
  t.strictSame(
    news(
      fact('residency', 'started', { occurred: '2012-01-01', statedOn: '2018' }),
      fact('residency', 'completed', { occurred: '2012-06-01', statedOn: '2018' }),
    ),
    [
      [eventId(1), days('2012-01-01')],
      [eventId(2), days('2012-06-01')],
    ],
    'its start was told by the same source, looking back',
  )
  t.strictSame(
    news(
      fact('transfo', 'started', { occurred: '2012-01-01', statedOn: '2012-05', source: { reference: 'a' } }),
      fact('transfo', 'completed', { occurred: '2012-06', statedOn: '2018', source: { reference: 'b' } }),
    ),
    [
      [eventId(1), days('2012-01-01')],
      [eventId(1), days('2012-05-01', '2012-05-31')],
      [eventId(2), days('2012-06-01', '2012-06-30')],
    ],
    'another source had seen it run',
  )
  t.strictSame(
    news(
      fact('transfo', 'started', { occurred: '2012-01-01', statedOn: '2019', source: { reference: 'a' } }),
      fact('transfo', 'completed', { occurred: '2012-06', statedOn: '2018', source: { reference: 'b' } }),
    ),
    [
      [eventId(1), days('2012-01-01')],
      [eventId(2), days('2012-06-01', '2012-06-30')],
    ],
    'one that spoke surely after the end looked back as well',
  )
  t.strictSame(news(fact('lab', 'suspended', { occurred: '2015-11-26', statedOn: '2016' })), [
    [eventId(1), days('2015-11-26')],
  ])
  t.end()
})

t.test('sources that date one stage differently leave one news, in doubt', (t) => {
  const from = (reference: string, occurred: string) => ({ occurred, source: { reference } })
  t.strictSame(
    news(
      fact('transfo', 'started', { occurred: '2010-01-31' }),
      fact('transfo', 'completed', from('a', '2011-01-31')),
      fact('transfo', 'completed', from('b', '2014-01-31')),
    ),
    [
      [eventId(1), days('2010-01-31')],
      [eventId(2), eventId(3), days('2011-01-31', '2014-01-31')],
    ],
  )
  t.strictSame(
    news(
      fact('lab', 'begun', { ...from('a', '2012'), statedOn: '2013' }),
      fact('lab', 'changed', { occurred: '2013-01-01' }),
      fact('lab', 'changed', { occurred: '2013-06-01' }),
      fact('lab', 'begun', { ...from('b', '2014'), statedOn: '2016' }),
    ),
    [
      [eventId(1), eventId(4), days('2012-01-01', '2014-12-31')],
      [eventId(1), days('2013-01-01', '2013-12-31')],
      [eventId(2), days('2013-01-01')],
      [eventId(3), days('2013-06-01')],
      [eventId(4), days('2016-01-01', '2016-12-31')],
    ],
    'what may come several times is news each time, and so is each source that saw it stand',
  )
  t.end()
})
