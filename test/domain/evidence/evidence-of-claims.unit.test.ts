import t from 'tap'
import { evaluateModel } from '#domain/maturity/evaluation/evaluate.js'
import { indexEvidence } from '#domain/maturity/evaluation/matching.js'
import { FIRST_MODEL } from '#domain/maturity/shipped-models/shipped-models.js'
import {
  corrected,
  days,
  eventIds,
  fact,
  on,
  retracted,
  stepId,
  type Telling,
} from '#test/support/histories.js'
import { days as daysOf } from '#test/support/stated-evidence.js'
import { evidence, occurrences, spans } from './evidence-told.js'

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
  const sponsored = (...natures: readonly string[]) =>
    occurrences(
      ...natures.map((nature, place) =>
        fact('sponsor', 'begun', {
          occurred: '2012',
          source: { reference: String(place) },
          attributes: { nature },
        }),
      ),
    )[0]?.attributes
  t.strictSame(
    sponsored('executive', 'elected', 'executive'),
    { nature: { type: 'one-of', codes: ['elected', 'executive'] } },
    'what can be one thing only is one of those told',
  )
  t.strictSame(sponsored('elected', 'elected'), { nature: { type: 'codes', values: ['elected'] } })
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

t.test('sources that differ on the reason of an end leave the standing without one', (t) => {
  const closed = (reference: string, reason: string) =>
    fact('lab', 'ended', { occurred: '2016', source: { reference }, attributes: { reason } })
  const begun = fact('lab', 'begun', { occurred: '2012' })
  t.equal(evidence(begun, closed('a', 'merger')).standings[0]?.reason, 'merger')
  const { standings, occurrences } = evidence(begun, closed('a', 'merger'), closed('b', 'budget-cut'))
  t.equal(standings[0]?.reason, undefined)
  t.strictSame(occurrences[1]?.attributes, { reason: { type: 'one-of', codes: ['budget-cut', 'merger'] } })
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

t.test('the first model reads contrary claims as agreed', (t) => {
  const levelOf = (dimension: string, level: number, ...tellings: readonly Telling[]) => {
    const { dimensions } = evaluateModel(FIRST_MODEL, indexEvidence(evidence(...tellings), 'full'))
    const sets = dimensions.find(({ code }) => code === dimension)?.levels[level - 1]?.sets
    return { certain: daysOf(sets?.certain ?? []), possible: daysOf(sets?.possible ?? []) }
  }
  const by = (reference: string, told: Readonly<Record<string, unknown>>) => ({
    ...told,
    source: { reference },
  })
  t.strictSame(
    levelOf(
      'institutionalisation',
      2,
      fact('transfo', 'started', { occurred: '2010-01-31' }),
      fact('transfo', 'completed', by('a', { occurred: '2011-01-31' })),
      fact('transfo', 'completed', by('b', { occurred: '2014-01-31' })),
    ),
    { certain: ['2010-01-31..2015-01-31'], possible: ['2010-01-31..2018-01-31'] },
    'two sources date one completion',
  )
  t.strictSame(
    levelOf(
      'institutionalisation',
      2,
      fact('lab', 'begun', by('a', { occurred: '2011-01-31' })),
      fact('lab', 'begun', by('b', { occurred: '2013-01-31' })),
    ),
    { certain: ['2013-01-31..2014-01-31'], possible: ['2011-01-31..2016-01-31'] },
    'and one opening',
  )
  t.strictSame(
    levelOf(
      'sponsorship',
      2,
      fact('sponsor', 'begun', by('a', { occurred: '2020-01-01', attributes: { nature: 'elected' } })),
      fact('sponsor', 'begun', by('b', { occurred: '2020-01-01', attributes: { nature: 'executive' } })),
    ),
    { certain: [], possible: ['2020-01-01..2023-01-01'] },
    'one sponsor of two natures is not two sponsors',
  )
  const setBack = (...natures: readonly string[]) =>
    levelOf(
      'institutionalisation',
      2,
      fact('transfo', 'started', { occurred: '2010-01-01' }),
      ...natures.map((nature) =>
        fact('setback', 'begun', by(nature, { occurred: '2011-01-01', attributes: { nature } })),
      ),
    )
  t.strictSame(setBack('no-lab', 'budget-cut').possible, ['2010-01-01..2014-01-01'])
  t.end()
})
