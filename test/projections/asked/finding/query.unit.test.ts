import t from 'tap'
import { day } from '#domain/time/day.js'
import { entryOfOrganisation, queryRegistry } from '#projections/asked/finding/query.js'
import { emptyRegistry, withRows } from '#projections/kept/registry/registry-index.js'
import { organisation } from '#test/support/organisation-events.js'
import { aRow } from '#test/projections/kept/registry/registry-rows.js'

const today = day(20_000)
const index = withRows(emptyRegistry, [
  aRow('region-bourgogne', {
    name: 'Région Bourgogne',
    end: { gone: { earliest: day(16_801), latest: day(16_801) } },
    successors: [{ organisation: organisation('region-bourgogne-franche-comte'), manner: 'merger' }],
    participations: [{ programme: 'transfo' }],
    news: { recordedAt: 1, happened: { earliest: day(15_000), latest: day(15_030) } },
  }),
  aRow('region-bourgogne-franche-comte', { name: 'Région Bourgogne-Franche-Comté' }),
  aRow('region-ile-de-france', { name: 'Région Île-de-France' }),
  aRow('region-hauts-de-france', { name: 'Région Hauts-de-France' }),
  aRow('ville-de-paris', {
    name: 'Ville de Paris',
    kind: 'commune',
    end: { gone: { earliest: day(19_990), latest: day(20_010) } },
    news: { recordedAt: 1, happened: { earliest: day(0), latest: day(19_000) } },
  }),
  aRow('ena', { name: 'École nationale d’administration', kind: 'etablissement_public_national', end: {} }),
  aRow('fing', { name: 'FING', kind: 'association' }),
])

const ids = (query: Partial<Parameters<typeof queryRegistry>[1]>): readonly string[] => {
  const answer = queryRegistry(index, { limit: 50, today, ...query })
  return answer.outcome === 'page' ? answer.organisations.map(({ id }) => id) : [answer.outcome]
}

t.test('by name, as French sorts: accents only tell equals apart', (t) => {
  t.strictSame(ids({}), [
    'ena',
    'fing',
    'region-bourgogne',
    'region-bourgogne-franche-comte',
    'region-hauts-de-france',
    'region-ile-de-france',
    'ville-de-paris',
  ])
  t.end()
})

t.test('by kind, in the order of the catalogue', (t) => {
  t.strictSame(ids({ sort: 'kind' }), [
    'region-bourgogne',
    'region-bourgogne-franche-comte',
    'region-hauts-de-france',
    'region-ile-de-france',
    'ville-de-paris',
    'ena',
    'fing',
  ])
  t.end()
})

t.test('by news: what is surely recent first, what may be long ago behind it', (t) => {
  t.strictSame(ids({ sort: 'news' }).slice(0, 2), ['region-bourgogne', 'ville-de-paris'])
  t.end()
})

t.test('ended: surely gone by today, or told without a date', (t) => {
  t.strictSame(ids({ ended: true }), ['ena', 'region-bourgogne'])
  t.ok(ids({ ended: false }).includes('ville-de-paris'), 'an end that may still come is none yet')
  t.strictSame(ids({ ended: true, today: day(20_010) }), ['ena', 'region-bourgogne', 'ville-de-paris'])
  t.end()
})

t.test('filters hold together', (t) => {
  t.strictSame(ids({ q: 'bourgogne', ended: false }), ['region-bourgogne-franche-comte'])
  t.strictSame(ids({ administration: false }), ['fing'])
  t.strictSame(ids({ kinds: ['commune', 'association'] }), ['fing', 'ville-de-paris'])
  t.strictSame(ids({ programme: 'transfo' }), ['region-bourgogne'])
  t.end()
})

t.test('facets count as if their own filter were not set', (t) => {
  const answer = queryRegistry(index, { limit: 1, today, kinds: ['commune'], ended: false })
  t.match(answer, { outcome: 'page', total: 1 })
  t.strictSame(answer.outcome === 'page' ? answer.facets : undefined, {
    kind: [
      { value: 'region', count: 3 },
      { value: 'commune', count: 1 },
      { value: 'association', count: 1 },
    ],
    region: [{ value: 'none', count: 1 }],
    programme: [],
    edition: [],
    year: [],
    position: [],
    member: [{ value: 'none', count: 1 }],
    news: [{ value: '1-to-3-years', count: 1 }],
    ended: [{ value: false, count: 1 }],
    administration: [{ value: true, count: 1 }],
  })
  t.end()
})

t.test('editions are counted of a chosen programme, years of all, each organisation once', (t) => {
  const answer = queryRegistry(
    withRows(emptyRegistry, [
      aRow('a', {
        participations: [
          { programme: 'transfo', edition: '1', years: { from: 2011, to: 2013 } },
          { programme: 'transfo', edition: '1', years: { from: 2012, to: 2012 } },
          { programme: 'transfo', edition: '2' },
        ],
      }),
      aRow('b', { participations: [{ programme: 'rebonds', years: { from: 2012, to: 2012 } }] }),
    ]),
    { limit: 9, today, programme: 'transfo' },
  )
  if (answer.outcome !== 'page') throw new Error(answer.outcome)
  const { programme, edition, year } = answer.facets
  t.strictSame(
    { programme, edition, year },
    {
      programme: [
        { value: 'rebonds', count: 1 },
        { value: 'transfo', count: 1 },
      ],
      edition: [
        { value: '1', count: 1 },
        { value: '2', count: 1 },
      ],
      year: [
        { value: 2013, count: 1 },
        { value: 2012, count: 1 },
        { value: 2011, count: 1 },
      ],
    },
  )
  t.end()
})

t.test('a part of a territory lies where that does, and a circle lies nowhere', (t) => {
  const rows = [
    aRow('region-bretagne', { region: '53' }),
    aRow('prefecture', { parent: organisation('region-bretagne') }),
    aRow('service', { parent: organisation('prefecture') }),
    aRow('a', { parent: organisation('b') }),
    aRow('b', { parent: organisation('a') }),
  ]
  const answer = queryRegistry(withRows(emptyRegistry, rows), { limit: 9, today, region: '53' })
  t.match(answer, {
    total: 3,
    facets: {
      region: [
        { value: '53', count: 3 },
        { value: 'none', count: 2 },
      ],
    },
  })
  t.end()
})

t.test('a cursor of another sort is refused', (t) => {
  const answer = queryRegistry(index, { limit: 2, today })
  const cursor = answer.outcome === 'page' ? answer.next : undefined
  t.type(cursor, 'string')
  t.match(cursor, /^[\w-]+$/, 'it needs no escaping in an address')
  t.strictSame(ids({ sort: 'news', cursor: cursor ?? '' }), ['bad-cursor'])
  t.end()
})

t.test('one organisation, with those that it came after', (t) => {
  const entry = entryOfOrganisation(index, organisation('region-bourgogne-franche-comte'))
  t.strictSame(entry?.predecessors, [{ organisation: 'region-bourgogne', manner: 'merger' }])
  t.equal(entryOfOrganisation(index, organisation('region-inconnue')), undefined)
  t.end()
})
