import t from 'tap'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server, house } = opened
t.teardown(() => opened.close())

interface Trajectory {
  readonly period: string
  readonly standing: { readonly position: { readonly code: string } | null }
  readonly lastStanding?: { readonly position: { readonly code: string } | null }
  readonly evidence: readonly {
    readonly organisation: string
    readonly inherited: boolean
    readonly kind: string
  }[]
  readonly spells: {
    readonly position: readonly { readonly begin: string; readonly end: string; readonly ends: string }[]
  }
  readonly predecessors: readonly string[]
  readonly successors: readonly { readonly id: string; readonly manner: string }[]
}
const trajectory = async (id: string, query = ''): Promise<Trajectory> =>
  (await get(server, `/v1/organisations/${id}/trajectory${query}`)).json as Trajectory

t.test(
  'in the real history predecessors end as successions and successors begin with what they inherit',
  async (t) => {
    for (const [successor, predecessors, from] of [
      ['region-bourgogne-franche-comte', ['region-bourgogne'], '2016-01-01'],
      ['region-auvergne-rhone-alpes', ['region-auvergne', 'region-rhone-alpes'], '2016-01-01'],
      ['ditp', ['sgmap'], '2017-11-30'],
    ] as const) {
      const after = await trajectory(successor, `?asOf=${from}`)
      t.strictSame([...after.predecessors].sort(), predecessors)
      for (const predecessor of predecessors) {
        const before = await trajectory(predecessor)
        t.equal(before.period, 'ended', predecessor)
        const [first, last] = [before.spells.position.at(0), before.spells.position.at(-1)]
        if (first === undefined) continue // nothing of it is on record
        t.equal(last?.ends, 'succession', predecessor)
        t.ok(last !== undefined && last.end > first.begin)
        t.match(before.successors, [{ id: successor }])
      }
      t.ok(after.spells.position.length > 0, successor)
      t.ok(
        after.evidence.every(({ organisation, inherited }) => inherited === (organisation !== successor)),
        'what is inherited is marked, and nothing else',
      )
    }
  },
)

t.test('what was inherited counts from the succession on, and is marked', async (t) => {
  const eve = await trajectory('region-bourgogne-franche-comte', '?asOf=2015-12-31')
  t.strictSame(
    eve.evidence.filter(({ inherited }) => inherited),
    [],
  )
  const day = await trajectory('region-bourgogne-franche-comte', '?asOf=2016-01-01')
  const inherited = day.evidence.filter((fact) => fact.inherited)
  t.ok(inherited.length > 0)
  t.ok(inherited.every(({ organisation }) => organisation === 'region-bourgogne'))
})

const named = async (id: string): Promise<string> => {
  const { status } = await post(server, '/v1/organisations', { id, name: id, kind: 'commune' })
  t.equal(status, 201)
  return id
}

t.test('a succession is told from either side, with its effect on both', async (t) => {
  const [old, young] = [await named('old'), await named('young')]
  await post(server, `/v1/organisations/${old}/steps`, {
    kind: 'seminar',
    stage: 'happened',
    role: 'lead',
    occurred: '2025-03',
  })
  const told = { predecessor: old, manner: 'merger', from: '2026-01-01' }
  const head = await house.log.head()
  const tried = await post(server, `/v1/organisations/${young}/succession?dryRun=true`, told)
  t.equal(tried.status, 200, tried.text)
  t.match(tried.json, {
    outcome: 'would-record',
    predecessor: old,
    successor: young,
    effect: { before: { position: { code: 'curieux' } }, after: { position: { code: 'curieux' } } },
    effectOnSuccessor: { before: { position: null }, after: { position: { code: 'curieux' } } },
  })
  t.equal(await house.log.head(), head)
  const recorded = await post(server, `/v1/organisations/${young}/succession`, told)
  t.equal(recorded.status, 201, recorded.text)
  t.match((await trajectory(young)).evidence, [{ organisation: old, inherited: true }])
  const again = await post(server, `/v1/organisations/${old}/succession`, {
    successor: young,
    manner: 'merger',
    from: '2026-01-01',
  })
  t.match(again.json, { outcome: 'unchanged' }, 'the same succession, told from the other side')
  isProblem(
    t,
    await post(server, `/v1/organisations/${young}/succession`, { successor: old, manner: 'merger' }),
    { status: 409, code: 'succession-circle' },
  )
})

t.test('a succession to oneself, to nobody known, or from two sides at once is refused', async (t) => {
  const id = await named('alone')
  const tell = (body: unknown) => post(server, `/v1/organisations/${id}/succession`, body)
  t.match((await tell({ successor: id, manner: 'split' })).json, { code: 'successor-of-itself' })
  const unknown = await tell({ successor: 'atlantide', manner: 'split' })
  t.strictSame(isProblem(t, unknown, { status: 404, code: 'organisation-unknown' }), {
    organisation: 'atlantide',
  })
  const both = await tell({ successor: 'old', predecessor: 'young', manner: 'split' })
  isProblem(t, both, { status: 400, code: 'invalid-input' })
})

const patch = async (url: string, body: unknown) => {
  const { statusCode, headers, payload } = await server.inject({
    method: 'PATCH',
    url,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  })
  return { status: statusCode, headers, text: payload, json: JSON.parse(payload) as unknown }
}

t.test('an organisation is renamed, identified, corrected and ended', async (t) => {
  const id = await named('life')
  const url = `/v1/organisations/${id}`
  const renamed = await patch(url, { rename: { name: 'Nouveau nom', from: '2020' } })
  t.equal(renamed.status, 201, renamed.text)
  t.equal((await patch(url, { identifier: { siren: '200093201' } })).status, 201)
  const { events } = renamed.json as { events: readonly { id: string }[] }
  const correction = { target: events[0]?.id, changes: { name: 'Nom nouveau' }, reason: 'coquille' }
  t.equal((await patch(url, { correction })).status, 201)
  const ended = await patch(url, { end: { lastDay: '2026-06-30' } })
  t.equal(ended.status, 201, ended.text)
  const position = (ended.json as { position: number }).position
  t.match((await get(server, `${url}?after=${position}`)).json, {
    name: 'Nom nouveau',
    siren: '200093201',
    ended: { lastDay: '2026-06-30' },
  })
  const nothing = await patch(url, {})
  isProblem(t, nothing, { status: 400, code: 'invalid-input' })
  isProblem(t, await patch(url, { rename: { name: 'A' }, end: {} }), { status: 400, code: 'invalid-input' })
})
