import t from 'tap'
import { evidenceOfStep } from '#domain/evidence/evidence-of-step.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import {
  corrected,
  days,
  eventIds,
  fact,
  history,
  on,
  retracted,
  stepId,
  type Telling,
} from '#test/support/histories.js'

/** The evidence of the only step that is told of. */
const evidence = (...tellings: readonly Telling[]): Evidence => {
  const [step] = stepsOf(history(...tellings))
  return step === undefined ? { occurrences: [], standings: [] } : evidenceOfStep(step)
}

const occurrences = (...tellings: readonly Telling[]) => evidence(...tellings).occurrences
const kindsIn = ({ occurrences, standings }: Evidence) =>
  [...standings, ...occurrences].map(({ kind }) => kind)

/** Begin and end of each standing, by its kind. */
const spans = (...tellings: readonly Telling[]) =>
  evidence(...tellings).standings.map(({ kind, begin, end }) => ({ kind, begin, end }))

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
      { range: days('2012-01-01', '2012-01-31'), event: eventIds(1)[0] },
      { range: days('2012-06-01', '2012-06-30'), event: eventIds(2)[0] },
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

t.test('two claims about one stage widen its range', (t) => {
  const [one, other] = [
    fact('lab', 'begun', { occurred: '2012-03', source: { reference: 'a' }, attributes: { team: 3 } }),
    fact('lab', 'begun', { occurred: '2014', source: { reference: 'b' }, attributes: { team: '5..6' } }),
  ]
  const wide = days('2012-03-01', '2014-12-31')
  t.strictSame(spans(one, other), [{ kind: 'lab', begin: wide, end: undefined }])
  const [begun] = occurrences(other, one)
  t.strictSame([begun?.range, begun?.attributes], [wide, { team: { type: 'quantity', min: 3, max: 6 } }])
  t.strictSame(
    spans(one, other, retracted(1)),
    [{ kind: 'lab', begin: days('2014-01-01', '2014-12-31'), end: undefined }],
    'a retracted claim does not count',
  )
  t.end()
})

t.test('contrary claims about an attribute, in any order', (t) => {
  const begun = (source: string, attributes: Record<string, unknown>) =>
    fact('lab', 'begun', { occurred: '2012', source: { reference: source }, attributes })
  const told = (...values: readonly Record<string, unknown>[]) =>
    occurrences(...values.map((attributes, place) => begun(String(place), attributes)))[0]?.attributes
  t.strictSame(told({ official: true }, { official: true }), { official: { type: 'flag', value: true } })
  t.strictSame(told({ official: true }, { official: false }), {}, 'contrary flags leave it unknown')
  t.strictSame(
    told({ official: true }, { official: false }, { official: true }),
    {},
    'a third does not decide',
  )
  t.strictSame(
    occurrences(
      fact('seminar', 'happened', { source: { reference: 'a' }, attributes: { audience: ['public'] } }),
      fact('seminar', 'happened', {
        source: { reference: 'b' },
        attributes: { audience: ['agents', 'public'] },
      }),
    )[0]?.attributes,
    { audience: { type: 'codes', values: ['agents', 'public'] } },
    'codes add up',
  )
  t.strictSame(told({ attachedTo: 'direction générale' }), {}, 'texts are asked by no criterion')
  t.strictSame(
    told({ team: '30~' }),
    { team: { type: 'quantity', min: 30, max: 30 } },
    'a mark computes as the number',
  )
  t.end()
})

t.test('a constant of the kind needs no fact to tell it', (t) => {
  const audience = { type: 'codes', values: ['agents'] }
  const all = evidence(
    fact('transfo', 'planned', { occurred: '2010' }),
    fact('transfo', 'started', { occurred: '2012' }),
    fact('transfo', 'completed', { occurred: '2013' }),
  )
  t.strictSame(
    [...all.occurrences, ...all.standings].map(({ kind, attributes }) => [kind, attributes]),
    [
      ['transfo-completed', { audience }],
      ['transfo', { audience }],
      ['transfo-undertaken', { audience }],
      ['transfo-planned', { audience }],
    ],
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
  const news = (number: number, range: unknown) => ({ range, event: eventIds(number)[0] })
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

t.test('sources that differ on the reason of an end leave the standing without one', (t) => {
  const closed = (reference: string, reason: string) =>
    fact('lab', 'ended', { occurred: '2016', source: { reference }, attributes: { reason } })
  const begun = fact('lab', 'begun', { occurred: '2012' })
  t.equal(evidence(begun, closed('a', 'merger')).standings[0]?.reason, 'merger')
  const { standings, occurrences } = evidence(begun, closed('a', 'merger'), closed('b', 'budget-cut'))
  t.equal(standings[0]?.reason, undefined)
  t.strictSame(occurrences[1]?.attributes, { reason: { type: 'codes', values: ['budget-cut', 'merger'] } })
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

t.test('a correction changes what it names, and is cited', (t) => {
  const [seminar] = occurrences(
    on('2016-01-01', fact('seminar', 'happened', { occurred: '2012' })),
    on('2020-01-01', corrected(1, { occurred: '2018', attributes: { participants: 12 } })),
  )
  t.strictSame(seminar, {
    kind: 'seminar',
    stepId: stepId('seminar'),
    range: days('2018-01-01', '2018-12-31'),
    attributes: { participants: { type: 'quantity', min: 12, max: 12 } },
    events: eventIds(1, 2),
  })
  t.strictSame(
    occurrences(
      on('2016-01-01', fact('seminar', 'happened', {})),
      on('2020-01-01', corrected(1, { occurred: '2012' })),
      on('2021-01-01', corrected(1, { occurred: null })),
    )[0]?.range,
    days('1900-01-01', '2016-01-01'),
    'dates that are as first told again are bounded as they were',
  )
  t.end()
})

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
