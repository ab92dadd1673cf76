import t from 'tap'
import { stepsTakenRowOf, stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { peersThatTook, whatFollowed } from '#projections/kept/steps-taken/told-by-others.js'
import {
  dayOf,
  eventsTold,
  fact,
  linked,
  organisationId,
  registered,
  retracted,
  type Telling,
} from '#test/support/histories.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const rowOf = (id: string, ...tellings: readonly Telling[]) =>
  rowDerived(stepsTakenRowOf(foldedAlone(organisationId(id), eventsTold(registered(id), ...tellings))))

t.test('a row has what was done, not what was planned or taken back', async (t) => {
  const row = rowOf(
    'a',
    fact('lab', 'planned', { stepId: 'plan' }),
    fact('seminar', 'happened', { stepId: 'gone', occurred: '2012' }),
    fact('residency', 'completed', {
      stepId: 'r',
      occurred: '2013-05',
      role: 'partner',
      title: 'Gare',
      programme: 'x',
    }),
    retracted(3),
    linked('r', ['other']),
  )
  t.strictSame(row.steps, [
    {
      stepId: 'r',
      kind: 'residency',
      carried: false,
      title: 'Gare',
      programme: 'x',
      ended: { earliest: dayOf('2013-05-01'), latest: dayOf('2013-05-31') },
      abandoned: false,
      follows: ['other'],
    },
  ])
  t.equal(stepsTakenRowOf(foldedAlone(organisationId('a'), eventsTold(fact('lab', 'begun')))).derived, false)
})

t.test('rows take the place of those before, and the view before stays as it is', async (t) => {
  const before = stepsTaken.viewOf([rowOf('a'), rowOf('b')])
  const after = stepsTaken.withRows(before, [rowOf('b', fact('lab', 'begun', { occurred: '2013' }))])
  t.strictSame(
    [...before.rows.values()].map(({ steps }) => steps.length),
    [0, 0],
  )
  t.strictSame(
    [...after.rows.values()].map(({ steps }) => steps.length),
    [0, 1],
  )
})

t.test('peers: of the same kind, by then, carrying, by name, never oneself', async (t) => {
  const taken = stepsTaken.viewOf([
    rowOf('éole', fact('lab', 'begun', { occurred: '2013' })),
    rowOf('alpes', fact('lab', 'begun', { occurred: '2015' })),
    rowOf('later', fact('lab', 'begun', { occurred: '2021' })),
    rowOf('supporter', fact('lab', 'begun', { occurred: '2013', role: 'partner' })),
    rowOf('self', fact('lab', 'begun', { occurred: '2013' })),
  ])
  const asking = { id: organisationId('self'), kind: 'region', by: dayOf('2020-01-01') } as const
  t.strictSame(
    peersThatTook(taken, 'lab', asking).map(({ organisation }) => organisation.name),
    ['alpes', 'éole'],
  )
  t.strictSame(peersThatTook(taken, 'lab', { ...asking, kind: 'commune' }), [])
  t.strictSame(peersThatTook(taken, 'lab', { ...asking, kind: 'fondation' }), [], 'nobody’s peer')
})

t.test('what followed: counted over all organisations, setbacks apart', async (t) => {
  const taken = stepsTaken.viewOf([
    rowOf(
      'a',
      fact('transfo', 'started', { stepId: 't1' }),
      fact('lab', 'begun', { stepId: 'l1', follows: ['t1'] }),
    ),
    rowOf(
      'b',
      fact('lab', 'begun', { stepId: 'l2', follows: ['t1'] }),
      fact('seminar', 'happened', { stepId: 's', follows: ['t1'] }),
    ),
    rowOf('c', fact('setback', 'begun', { stepId: 'x', follows: ['t1'] })),
  ])
  t.strictSame(
    whatFollowed(taken, 'transfo').map(({ kind, stories }) => [
      kind,
      stories.map(({ to }) => to.organisation.name),
    ]),
    [
      ['lab', ['a', 'b']],
      ['seminar', ['b']],
    ],
  )
})

t.test(
  'a setback has the nature that it changed to, and none for certain where sources differ',
  async (t) => {
    const met = (reference: string, nature: string) =>
      fact('setback', 'begun', { occurred: '2012', source: { reference }, attributes: { nature } })
    const natures = (...tellings: readonly Telling[]) =>
      rowOf('a', ...tellings).steps.map(({ nature }) => nature)
    t.strictSame(natures(met('a', 'no-lab')), ['no-lab'])
    t.strictSame(natures(met('a', 'no-lab'), met('b', 'no-lab')), ['no-lab'])
    t.strictSame(natures(met('a', 'no-lab'), met('b', 'budget-cut')), [undefined])
    const changed = fact('setback', 'changed', { occurred: '2013', attributes: { nature: 'merger' } })
    t.strictSame(natures(met('a', 'no-lab'), changed), ['merger'])
  },
)
