import t from 'tap'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

interface Page {
  readonly total: number
  readonly organisations: readonly {
    readonly id: string
    readonly name: string
    readonly kind: { readonly code: string }
  }[]
  readonly next?: string
  readonly model: unknown
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
}

const opened = await openApplication({ sample: true })
const { server, house } = opened
t.teardown(() => opened.close())

const list = async (query: string): Promise<Page> => {
  const { status, json } = await get(server, `/v1/organisations${query}`)
  t.equal(status, 200, query)
  return json as Page
}
const idsOf = ({ organisations }: Page): readonly string[] => organisations.map(({ id }) => id)

t.test('all organisations are listed by name, fifty a page', async (t) => {
  const page = await list('')
  t.equal(page.total, 112)
  t.equal(page.organisations.length, 50)
  t.type(page.next, 'string')
  const names = page.organisations.map(({ name }) => name)
  t.strictSame(names, [...names].sort(new Intl.Collator('fr').compare))
})

t.test('a search ignores accents, case and the order of words, and finds beginnings', async (t) => {
  for (const query of ['?q=bourgogne+region', '?q=BOURG%20R%C3%A9gion', '?q=r%C3%A9g%20bourgog']) {
    t.strictSame(idsOf(await list(query)), ['region-bourgogne', 'region-bourgogne-franche-comte'], query)
  }
  t.strictSame(idsOf(await list('?q=paca')), ['region-provence-alpes-cote-d-azur'], 'an alias')
  t.strictSame(idsOf(await list('?q=zzzz')), [])
})

t.test('an age of news that is none is told with those that are', async (t) => {
  const { faults } = isProblem(t, await get(server, '/v1/organisations?news=hier'), {
    status: 400,
    code: 'invalid-input',
  })
  t.strictSame(faults, [
    {
      path: 'query.news',
      message: 'attendu : under-1-year, 1-to-3-years, 3-to-6-years, over-6-years, none',
    },
  ])
})

t.test('facets count what each value of a filter would leave', async (t) => {
  const all = await list('?limit=1')
  const regions = all.facets['kind']?.find(({ value }) => value === 'region')?.count ?? 0
  t.ok(regions > 10)
  const filtered = await list('?kind=region&limit=500')
  t.equal(filtered.total, regions)
  t.strictSame(new Set(filtered.organisations.map(({ kind }) => kind.code)), new Set(['region']))
  t.strictSame(filtered.facets['kind'], all.facets['kind'], 'a filter does not narrow its own facet')
  const ended = filtered.facets['ended']?.find(({ value }) => value === 'true')?.count
  t.equal((await list('?kind=region&ended=true')).total, ended)
  t.equal((await list('?kind=region&kind=departement')).total, regions + (countOf(all, 'departement') ?? 0))
})

const countOf = ({ facets }: Page, kind: string): number | undefined =>
  facets['kind']?.find(({ value }) => value === kind)?.count

t.test(
  'who did the Transfo, in which edition and year: programme, edition and year of one step',
  async (t) => {
    const transfo = await list('?programme=transfo&limit=500')
    t.ok(transfo.total > 10 && transfo.total < 40)
    const editions = transfo.facets['edition'] ?? []
    t.strictSame(
      editions.map(({ value }) => value),
      ['édition 1 (2011-2014)', 'édition 2 (2016-2020)'],
    )
    for (const { value, count } of editions)
      t.equal((await list(`?programme=transfo&edition=${encodeURIComponent(value)}`)).total, count)
    const early = await list('?programme=transfo&year=2012&limit=500')
    t.ok(early.total < transfo.total)
    t.ok(idsOf(early).includes('region-champagne-ardenne'))
    t.notOk(idsOf(early).includes('ville-de-paris'))
    t.equal(transfo.facets['year']?.find(({ value }) => value === '2012')?.count, early.total)
    t.equal((await list('?limit=1')).facets['edition']?.length, 0, 'editions are of a programme')
  },
)

t.test('where everyone stands today, as their trajectories say', async (t) => {
  const page = await list('?kind=commune&limit=500')
  for (const organisation of page.organisations) {
    const { json } = await get(server, `/v1/organisations/${organisation.id}/trajectory`)
    const { period, standing } = json as {
      readonly period: string
      readonly standing: Readonly<Record<'position' | 'state' | 'surely', unknown>>
    }
    const { position, state, surely } = standing
    t.match(organisation, { standing: { position, state, surely } }, organisation.id)
    t.not(period, 'ended')
  }
})

t.test('a position is asked for as the highest of one reading, and who has ended holds none', async (t) => {
  for (const reading of ['unrefuted', 'certain', 'possible', 'kept']) {
    const { facets, model, total } = await list(`?reading=${reading}&limit=1&ended=false`)
    t.match(model, { id: 'premier-modele' })
    const positions = facets['position'] ?? []
    t.equal(
      positions.reduce((sum, { count }) => sum + count, 0),
      total,
      reading,
    )
    t.equal(positions[0]?.value, 'none', 'in the order of the model')
    for (const { value, count } of positions) {
      const found = await list(`?reading=${reading}&position=${value}&limit=1`)
      t.equal(found.total, count, `${reading} ${value}`)
    }
  }
  const certain = await list('?reading=certain&limit=1')
  const unrefuted = await list('?limit=1')
  t.notSame(certain.facets['position'], unrefuted.facets['position'], 'most of it is to be confirmed')
  const answered = await get(server, '/v1/organisations?position=champion')
  const { known } = isProblem(t, answered, { status: 400, code: 'position-unknown' })
  t.ok((known as readonly string[]).includes('curieux'))
})

t.test('by region, by membership', async (t) => {
  const bretagne = await list('?region=53')
  t.ok(idsOf(bretagne).includes('rennes-metropole'))
  t.ok(idsOf(bretagne).includes('ville-de-brest'))
  t.ok(idsOf(await list('?region=none')).includes('cnfpt'))
  t.ok(
    idsOf(await list('?region=44&ended=true')).includes('region-champagne-ardenne'),
    'as regions are today',
  )
  t.strictSame(idsOf(await list('?member=lapsed&ended=false')), [
    'region-bretagne',
    'region-centre-val-de-loire',
    'region-pays-de-la-loire',
    'region-provence-alpes-cote-d-azur',
  ])
  t.equal((await list('?member=lapsed&ended=true')).total, 5, 'those that ended in 2015')
})

t.test('the whole list as CSV, with the same filters', async (t) => {
  const asked = await get(server, '/v1/organisations?programme=transfo&format=csv')
  t.equal(asked.status, 200)
  t.equal(asked.headers['content-type'], 'text/csv; charset=utf-8')
  const lines = asked.text.trimEnd().split('\n')
  t.equal(lines.length - 1, (await list('?programme=transfo&limit=1')).total)
  t.match(lines[0], /^id,name,former_names,aliases,kind,region,/)
  const accepted = await get(server, '/v1/organisations?programme=transfo', { accept: 'text/csv' })
  t.equal(accepted.text, asked.text)
  const french = await get(server, '/v1/organisations?programme=transfo&format=csv&profile=french')
  t.match(french.text, /^\ufeffIdentifiant;Nom;/)
  t.match(french.text, /;La Transfo/)
  t.match(french.text, /\r\n$/)
  t.equal((await get(server, '/v1/organisations?format=csv')).text.trimEnd().split('\n').length, 113)
})

t.test('a cursor leads over all pages, each organisation once, in every order', async (t) => {
  for (const sort of ['name', 'kind', 'news']) {
    const whole = idsOf(await list(`?sort=${sort}&limit=500`))
    t.equal(whole.length, 112)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await list(`?sort=${sort}&limit=9${cursor === undefined ? '' : `&cursor=${cursor}`}`)
      paged.push(...idsOf(page))
      cursor = page.next
    } while (cursor !== undefined)
    t.strictSame(paged, whole, sort)
  }
})

t.test('a cursor from elsewhere, or of another order, is refused', async (t) => {
  const { next } = await list('?limit=1')
  for (const query of ['?cursor=zzz', `?sort=news&cursor=${next ?? ''}`]) {
    isProblem(t, await get(server, `/v1/organisations${query}`), { status: 400, code: 'bad-cursor' })
  }
})

t.test('a query that is not valid names each fault', async (t) => {
  const answered = await get(server, '/v1/organisations?limit=0&kind=royaume&sort=maturity&ended=peut&x=1')
  const { faults } = isProblem(t, answered, { status: 400, code: 'invalid-input' })
  t.strictSame(
    (faults as readonly { path: string }[]).map(({ path }) => path).sort(),
    ['query.ended', 'query.kind', 'query.limit', 'query.sort', 'query.x'],
    'there is no order by maturity',
  )
})

t.test('one organisation', async (t) => {
  const { status, json } = await get(server, '/v1/organisations/region-bourgogne')
  t.equal(status, 200)
  const { lastRecorded, ...organisation } = json as Record<string, unknown>
  t.equal(lastRecorded, '2026-07-01T10:00:00.000Z')
  t.strictSame(organisation, {
    id: 'region-bourgogne',
    name: 'Région Bourgogne',
    formerNames: [],
    aliases: [],
    kind: { code: 'region', labels: { fr: 'région', en: 'region' } },
    administration: true,
    region: {
      code: '27',
      labels: { fr: 'Bourgogne-Franche-Comté', en: 'Bourgogne-Franche-Comté' },
    },
    formerInsee: { type: 'region', code: '26' },
    ended: { lastDay: '2015-12-31' },
    predecessors: [],
    successors: [{ organisation: 'region-bourgogne-franche-comte', manner: 'merger', from: '2016-01-01' }],
    programmes: [
      { programme: 'adhesion', editions: [] },
      { programme: 'territoires_en_residences', editions: [] },
      { programme: 'transfo', editions: ['édition 1 (2011-2014)'] },
    ],
    member: { code: 'lapsed', labels: { fr: 'sans suite connue', en: 'lapsed' } },
    standing: null,
    engagements: 6,
    planned: 0,
    facts: 8,
    lastHappened: '2013-03-31',
    links: {
      steps: '/v1/organisations/region-bourgogne/steps',
      trajectory: '/v1/organisations/region-bourgogne/trajectory',
    },
  })
})

t.test('an unknown organisation, and what can be none', async (t) => {
  isProblem(t, await get(server, '/v1/organisations/atlantide'), {
    status: 404,
    code: 'organisation-unknown',
  })
  const { faults } = isProblem(t, await get(server, '/v1/organisations/Atlantide'), {
    status: 400,
    code: 'invalid-input',
  })
  t.strictSame(faults, [{ path: 'path.id', message: 'lettres minuscules, chiffres, tirets et points' }])
})

t.test('who writes and asks after the position sees what was written', async (t) => {
  const written = await post(server, '/v1/organisations', { name: 'Ville de Quimper', kind: 'commune' })
  t.equal(written.status, 201)
  const { position } = written.json as { position: number }
  t.strictSame(idsOf(await list(`?q=quimper&after=${position}`)), ['ville-de-quimper'])
  const one = await get(server, `/v1/organisations/ville-de-quimper?after=${position}`)
  t.equal(one.status, 200)
})

t.test('what was not seen in time is not answered as if it were', async (t) => {
  const registry = { ...house.registry, hasSeen: () => Promise.resolve(false) }
  const behind = await trajectoiresIn({ ...house, registry }).server(serviceLogger('silent'))
  for (const path of ['?after=9', '/region-bourgogne?after=9', '/region-bourgogne/trajectory']) {
    const answered = await get(behind, `/v1/organisations${path}`)
    isProblem(t, answered, { status: 503, code: 'not-seen-yet' })
    t.equal(answered.headers['retry-after'], '1')
  }
  // Nothing stands there, so that waiting would not help: the position is of another log.
  for (const path of ['?after=999999999', '/region-bourgogne?after=999999999']) {
    const answered = await get(behind, `/v1/organisations${path}`)
    isProblem(t, answered, { status: 409, code: 'beyond-log' })
  }
  await behind.close()
})

t.test('a log that does not answer is not taken for one without the position', async (t) => {
  const unusable = {
    usable: false,
    fault: 'log-unavailable',
    message: 'gone',
    remedy: { fr: 'Attendre.', en: 'Wait.' },
  } as const
  const log = { ...house.log, condition: () => Promise.resolve(unusable) }
  const registry = { ...house.registry, hasSeen: () => Promise.resolve(false) }
  const cutOff = await trajectoiresIn({ ...house, registry, log }).server(serviceLogger('silent'))
  const answered = await get(cutOff, '/v1/organisations?after=999999999')
  isProblem(t, answered, { status: 503, code: 'not-seen-yet' })
  await cutOff.close()
})
