import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'
import {
  aDataDirectory,
  anId,
  openNode,
  readiness,
  register,
  untilReadiness,
  written,
  type ApplicationNode,
} from './node-world.js'

/** An event log that nodes share: its address, and what it is called. */
interface SharedLog {
  readonly name: string
  readonly url: (t: Test) => Promise<string>
}

const realServer = process.env['EVENTSTOREDB_URL']

const sharedLogs: readonly SharedLog[] = [
  {
    name: 'protocol double',
    url: async (t) => {
      const double = await startProtocolDouble()
      t.teardown(double.close)
      return double.url
    },
  },
  ...(realServer === undefined ? [] : [{ name: 'EventStoreDB', url: () => Promise.resolve(realServer) }]),
]

t.test(
  'application nodes on EventStoreDB',
  { skip: realServer === undefined && 'EVENTSTOREDB_URL names no server' },
  async (t) => {
    t.pass('they are tried below')
  },
)

const seminar = { kind: 'seminar', stage: 'happened', role: 'lead', occurred: '2012-03~' }

const record = ({ server }: ApplicationNode, id: string, body: object = seminar, headers = {}) =>
  post(server, `/v1/organisations/${id}/steps`, body, headers)

for (const { name, url } of sharedLogs) {
  t.test(
    `${name} — what is written through one node is read through another that waits for it`,
    async (t) => {
      const log = await url(t)
      const [one, other] = [await openNode(t, log), await openNode(t, log)]
      const id = anId()
      for (let round = 0; round < 5; round += 1) {
        const [writer, reader] = round % 2 === 0 ? [one, other] : [other, one]
        const answered = round === 0 ? await register(writer, id) : await record(writer, id)
        t.equal(answered.status, 201)
        const { position } = written(answered)
        const found = await get(reader.server, `/v1/organisations/${id}?after=${position}`)
        t.match(found, { status: 200, json: { id, facts: round } })
        const listed = await get(reader.server, `/v1/organisations?q=${id}&after=${position}`)
        t.match(listed.json, { total: 1, organisations: [{ facts: round }] })
        const path = `/v1/organisations/${id}/trajectory?after=${position}`
        const [here, there] = [await get(writer.server, path), await get(reader.server, path)]
        t.equal(there.status, 200)
        t.strictSame([there.text, there.headers['etag']], [here.text, here.headers['etag']])
      }
    },
  )

  t.test(`${name} — a model that is published through one node answers through another`, async (t) => {
    const log = await url(t)
    const [one, other] = [await openNode(t, log), await openNode(t, log)]
    const id = anId()
    await register(one, id)
    const model = `modele-${randomUUID().slice(0, 8)}`
    const published = await post(one.server, '/v1/models', { ...FIRST_MODEL_DOCUMENT, id: model })
    t.equal(published.status, 201)
    const { position } = written(published)
    const { json } = await get(other.server, `/v1/models?after=${position}`)
    t.ok((json as { models: { id: string }[] }).models.some((each) => each.id === model))
    const path = `/v1/organisations/${id}/trajectory?model=${model}@1&after=${position}`
    t.equal((await get(other.server, path)).status, 200)
  })

  t.test(`${name} — a position that the log has not reached is not answered as if it were`, async (t) => {
    const node = await openNode(t, await url(t))
    const id = anId()
    const { position } = written(await register(node, id))
    for (const path of [`/v1/organisations/${id}/trajectory`, '/v1/models']) {
      const answered = await get(node.server, `${path}?after=${position + 1_000_000_000}`)
      isProblem(t, answered, { status: 409, code: 'beyond-log' })
    }
  })

  t.test(`${name} — a command that comes again through another node is known there`, async (t) => {
    const log = await url(t)
    const [one, other] = [await openNode(t, log), await openNode(t, log)]
    const id = anId()
    const first = await register(one, id)
    const key = { 'idempotency-key': randomUUID() }
    const recorded = written(await record(one, id, seminar, key))
    const again = await record(other, id, seminar, key)
    t.equal(again.status, 200)
    t.match(written(again), { outcome: 'repeated', position: recorded.position })
    isProblem(t, await record(other, id, { ...seminar, occurred: '2013' }, key), {
      status: 409,
      code: 'command-reused',
    })
    t.ok(recorded.position > written(first).position)
  })

  t.test(`${name} — two nodes write to one organisation at once, and nothing is lost`, async (t) => {
    const log = await url(t)
    const [one, other] = [await openNode(t, log), await openNode(t, log)]
    const nodes = [one, other]
    const id = anId()
    t.equal((await register(one, id)).status, 201)
    const answers = await Promise.all(
      nodes.flatMap((node, which) =>
        Array.from({ length: 3 }, (_, number) =>
          record(
            node,
            id,
            { ...seminar, occurred: `20${10 + number}-0${1 + which}` },
            { 'idempotency-key': randomUUID() },
          ),
        ),
      ),
    )
    t.strictSame(
      answers.map(({ status }) => status),
      Array(6).fill(201),
    )
    const last = Math.max(...answers.map((answer) => written(answer).position))
    for (const { server } of nodes) {
      const { json } = await get(server, `/v1/organisations/${id}?after=${last}`)
      t.match(json, { facts: 6 })
    }
  })

  t.test(`${name} — a node added late catches up, and is ready from then on`, async (t) => {
    const log = await url(t)
    const one = await openNode(t, log)
    const ids = Array.from({ length: 15 }, anId)
    await Promise.all(ids.map((id) => register(one, id)))
    await Promise.all(ids.map((id) => record(one, id)))
    const late = await openNode(t, log)
    const first = await readiness(late)
    t.equal(first.status, first.ready ? 200 : 503)
    const { projections } = await untilReadiness(late, ({ ready }) => ready)
    const head = await one.house.log.head()
    t.ok(projections.every(({ state }) => state === 'live'))
    for (const id of ids.slice(0, 3)) {
      const [here, there] = [
        await get(one.server, `/v1/organisations/${id}?after=${head}`),
        await get(late.server, `/v1/organisations/${id}`),
      ]
      t.strictSame(there.json, here.json)
    }
  })

  t.test(`${name} — a node that was away goes on from its own checkpoint`, async (t) => {
    const log = await url(t)
    const [one, folder] = [await openNode(t, log), aDataDirectory(t)]
    const [before, within] = [anId(), anId()]
    const kept = written(await register(one, before)).position
    const leaving = await openNode(t, log, folder)
    t.equal((await get(leaving.server, `/v1/organisations/${before}?after=${kept}`)).status, 200)
    await leaving.close()
    const { position } = written(await register(one, within))
    const back = await openNode(t, log, folder)
    t.equal(
      (await get(back.server, `/v1/organisations/${before}`)).status,
      200,
      'what it had is served at once',
    )
    t.equal((await get(back.server, `/v1/organisations/${within}?after=${position}`)).status, 200)
    t.strictSame(back.warnings, [])
  })
}
