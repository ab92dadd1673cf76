import t from 'tap'
import { days, eventIds, fact, on, retracted, stepId } from '#test/support/histories.js'
import { evidence, occurrences, kindsIn, spans } from './evidence-told.js'

t.test('what is punctual is one occurrence', (t) => {
  t.strictSame(
    evidence(fact('seminar', 'happened', { occurred: '2012-03', attributes: { participants: 20 } })),
    {
      occurrences: [
        {
          kind: 'seminar',
          stepId: stepId('seminar'),
          range: days('2012-03-01', '2012-03-31'),
          attributes: { participants: { type: 'quantity', min: 20, max: 20 } },
          events: eventIds(1),
        },
      ],
      standings: [],
    },
  )
  t.end()
})

t.test('the days of a punctual step', (t) => {
  const range = (told: Record<string, unknown>, recordedOn = '2026-01-01') =>
    occurrences(on(recordedOn, fact('seminar', 'happened', told)))[0]?.range
  t.strictSame(
    range({ occurred: '2012-03-14/2012-03-16' }),
    days('2012-03-16'),
    'several days count on the last one',
  )
  t.strictSame(
    range({ occurred: '2012', statedOn: '2012-05' }),
    days('2012-01-01', '2012-05-31'),
    'not later than the last day on which the source spoke',
  )
  t.strictSame(
    range({ occurred: '2012' }, '2012-06-15'),
    days('2012-01-01', '2012-06-15'),
    'not later than the recording, when the source does not say when it spoke',
  )
  t.strictSame(
    range({ statedOn: '2013' }),
    days('1900-01-01', '2013-12-31'),
    'undated: on or before statedOn',
  )
  t.strictSame(range({}), days('1900-01-01', '2026-01-01'), 'undated: on or before the recording')
  t.strictSame(range({ within: '2009/2010-04' }), days('2009-01-01', '2010-04-30'), 'in its window')
  t.strictSame(range({ within: '2009/..', statedOn: '2011' }), days('2009-01-01', '2011-12-31'))
  t.strictSame(range({ occurred: '../2010' }), days('1900-01-01', '2010-12-31'))
  t.end()
})

t.test('a running step that was completed', (t) => {
  const started = fact('residency', 'started', { occurred: '2012-01', attributes: { team: 4 } })
  const completed = fact('residency', 'completed', { occurred: '2012-06', attributes: { participants: 30 } })
  const attributes = {
    team: { type: 'quantity', min: 4, max: 4 },
    participants: { type: 'quantity', min: 30, max: 30 },
  }
  const standing = {
    stepId: stepId('residency'),
    begin: days('2012-01-01', '2012-01-31'),
    attributes,
    changes: [],
    suspensions: [],
    news: [
      { range: days('2012-01-01', '2012-01-31'), events: eventIds(1) },
      { range: days('2012-06-01', '2012-06-30'), events: eventIds(2) },
    ],
    events: eventIds(1, 2),
  }
  t.strictSame(evidence(started, completed), {
    occurrences: [
      {
        kind: 'residency-completed',
        stepId: stepId('residency'),
        range: days('2012-06-01', '2012-06-30'),
        attributes,
        events: eventIds(1, 2),
      },
    ],
    standings: [
      { ...standing, kind: 'residency', end: days('2012-06-01', '2012-06-30') },
      { ...standing, kind: 'residency-undertaken' },
    ],
  })
  t.end()
})

t.test('the spans of running steps', (t) => {
  const started = fact('residency', 'started', { occurred: '2012-01-10' })
  t.strictSame(
    spans(started),
    [
      { kind: 'residency', begin: days('2012-01-10'), end: undefined },
      { kind: 'residency-undertaken', begin: days('2012-01-10'), end: undefined },
    ],
    'one that runs',
  )
  t.strictSame(
    spans(fact('residency', 'completed', { occurred: '2012-06-20' })),
    [{ kind: 'residency-undertaken', begin: days('2012-06-20'), end: undefined }],
    'without a start on record it never ran, and was undertaken from its completion on',
  )
  const abandoned = fact('residency', 'abandoned', { occurred: '2012-03-01' })
  t.strictSame(
    spans(started, abandoned),
    [
      { kind: 'residency', begin: days('2012-01-10'), end: days('2012-03-01') },
      { kind: 'residency-undertaken', begin: days('2012-01-10'), end: days('2012-03-01') },
    ],
    'abandonment ends both',
  )
  t.strictSame(kindsIn(evidence(started, abandoned)).slice(2), ['residency-abandoned'])
  t.strictSame(
    spans(fact('residency', 'started', { occurred: '2012-01/2012-06' })),
    [
      { kind: 'residency', begin: days('2012-01-01', '2012-01-31'), end: undefined },
      { kind: 'residency-undertaken', begin: days('2012-01-01', '2012-01-31'), end: undefined },
    ],
    'a start dated by an interval is its begin',
  )
  t.end()
})

t.test('a lasting step with the whole of its life', (t) => {
  const told = evidence(
    fact('lab', 'begun', { occurred: '2012-01-01', attributes: { team: 3 } }),
    fact('lab', 'changed', { occurred: '2013', attributes: { team: 5, official: true } }),
    fact('lab', 'suspended', { occurred: '2014-01-01' }),
    fact('lab', 'resumed', { occurred: '2014-06-01' }),
    fact('lab', 'confirmed', { occurred: '2015-02-01', attributes: { team: 4 } }),
    fact('lab', 'ended', { occurred: '2016-01-01', attributes: { reason: 'merger' } }),
  )
  const attributes = {
    team: { type: 'quantity', min: 3, max: 3 },
    reason: { type: 'codes', values: ['merger'] },
  }
  const change = (number: number, order: number, range: unknown, attribute: string, value: unknown) => ({
    attribute,
    value,
    range,
    order,
    event: eventIds(number)[0],
  })
  const news = (number: number, range: unknown) => ({ range, events: eventIds(number) })
  t.strictSame(told, {
    occurrences: [
      {
        kind: 'lab-begun',
        stepId: stepId('lab'),
        range: days('2012-01-01'),
        attributes,
        events: eventIds(1, 6),
      },
      {
        kind: 'lab-ended',
        stepId: stepId('lab'),
        range: days('2016-01-01'),
        attributes,
        events: eventIds(1, 6),
      },
    ],
    standings: [
      {
        kind: 'lab',
        stepId: stepId('lab'),
        begin: days('2012-01-01'),
        end: days('2016-01-01'),
        reason: 'merger',
        attributes,
        changes: [
          change(2, 0, days('2013-01-01', '2013-12-31'), 'team', { type: 'quantity', min: 5, max: 5 }),
          change(2, 0, days('2013-01-01', '2013-12-31'), 'official', { type: 'flag', value: true }),
          change(5, 3, days('2015-02-01'), 'team', { type: 'quantity', min: 4, max: 4 }),
        ],
        suspensions: [{ from: days('2014-01-01'), to: days('2014-06-01'), events: eventIds(3, 4) }],
        news: [
          news(1, days('2012-01-01')),
          news(2, days('2013-01-01', '2013-12-31')),
          news(3, days('2014-01-01')),
          news(4, days('2014-06-01')),
          news(5, days('2015-02-01')),
          news(6, days('2016-01-01')),
        ],
        events: eventIds(1, 2, 3, 4, 5, 6),
      },
    ],
  })
  t.end()
})

t.test('stages that remain when the begin is retracted give no standing', (t) => {
  const told = evidence(
    fact('lab', 'begun', { occurred: '2012' }),
    fact('lab', 'changed', { occurred: '2013', attributes: { team: 5 } }),
    fact('lab', 'ended', { occurred: '2014' }),
    retracted(1),
  )
  t.strictSame(kindsIn(told), ['lab-ended'])
  t.strictSame(told.occurrences[0]?.events, eventIds(3))
  t.end()
})
