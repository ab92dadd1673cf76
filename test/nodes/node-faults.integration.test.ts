import t from 'tap'
import { get } from '#test/support/call.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'
import { startTcpProxy } from '#test/support/tcp-proxy.js'
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

/** Under a key of its own: asked again, it has one effect. */
const registerOnce = (node: ApplicationNode, id: string) => register(node, id, { 'idempotency-key': id })

/** Registers all of them at once; gives the position of the last. */
const registerAll = async (node: ApplicationNode, ids: readonly string[]): Promise<number> => {
  const answers = await Promise.all(ids.map((id) => registerOnce(node, id)))
  return Math.max(...answers.map((answer) => written(answer).position))
}

const anIds = (count: number): readonly string[] => Array.from({ length: count }, anId)

t.test('protocol double — a node that is cut off says so, and catches up behind it', async (t) => {
  const double = await startProtocolDouble()
  t.teardown(double.close)
  const proxy = await startTcpProxy(double.port)
  t.teardown(proxy.close)
  const one = await openNode(t, double.url)
  const cutOff = await openNode(t, `esdb://127.0.0.1:${proxy.port}?tls=false`)
  await registerOnce(one, anId())
  await untilReadiness(cutOff, ({ ready }) => ready)

  proxy.refuse()
  const ids = anIds(10)
  const last = await registerAll(one, ids)
  const told = await untilReadiness(cutOff, ({ ready }) => !ready)
  t.equal(told.status, 503)
  t.equal(told.log.fault, 'log-unavailable')
  t.equal((await readiness(one)).status, 200)

  proxy.pass()
  const found = await get(cutOff.server, `/v1/organisations/${ids.at(-1)}?after=${last}`)
  t.equal(found.status, 200)
  const back = await untilReadiness(cutOff, ({ ready }) => ready)
  t.ok(back.projections.every(({ position }) => position >= last))
})

t.test('protocol double — a node that reads too slowly says how far it is behind', async (t) => {
  const double = await startProtocolDouble()
  t.teardown(double.close)
  const node = await openNode(t, double.url)
  const first = await registerAll(node, anIds(1))
  // Once it was told of something, it follows: what it still reads by itself at its start is not held.
  await untilReadiness(node, ({ projections }) => projections.every(({ position }) => position >= first))
  double.faults.holdSubscriptions()
  const last = await registerAll(node, anIds(20))
  const behind = await readiness(node)
  t.equal(behind.log.head, last)
  t.ok(behind.projections.every(({ position, lag }) => position < last && lag === last - position))
  double.faults.deliver()
  const caughtUp = await untilReadiness(node, ({ projections }) =>
    projections.every(({ position }) => position >= last),
  )
  t.ok(caughtUp.projections.every(({ lag }) => lag === 0))
})

t.test('protocol double — a node added late is not ready before it has read what there is', async (t) => {
  const double = await startProtocolDouble()
  t.teardown(double.close)
  const proxy = await startTcpProxy(double.port)
  t.teardown(proxy.close)
  const one = await openNode(t, double.url)
  const last = await registerAll(one, anIds(15))
  proxy.latency(250)
  const late = await openNode(t, `esdb://127.0.0.1:${proxy.port}?tls=false`)
  const first = await readiness(late)
  t.match(first, { status: 503, ready: false })
  // So slow a network may also keep the log from answering at all.
  t.ok(
    'fault' in first.log || first.projections.some(({ state }) => state === 'catching-up'),
    JSON.stringify(first),
  )
  proxy.latency(0)
  const ready = await untilReadiness(late, ({ status }) => status === 200)
  t.ok(ready.projections.every(({ position }) => position >= last))
  t.match((await get(late.server, '/v1/organisations?limit=1')).json, { total: 15 })
})

t.test('protocol double — two nodes under load while the server restarts three times', async (t) => {
  const double = await startProtocolDouble()
  t.teardown(double.close)
  const nodes = [await openNode(t, double.url), await openNode(t, double.url)]
  const ids = anIds(30)
  let done = 0
  const writing = Promise.all(
    ids.map(async (id, number) => {
      const node = nodes[number % 2]
      if (node === undefined) throw new Error('there are two nodes')
      for (let attempt = 1; ; attempt += 1) {
        const answered = await registerOnce(node, id)
        if (answered.status < 300) {
          done += 1
          return written(answered).position
        }
        // Nothing is doubled under the same key: whoever is told «not now» asks again.
        if (answered.status !== 503 || attempt === 20) throw new Error(answered.text)
      }
    }),
  )
  for (const threshold of [1, 10, 20]) {
    while (done < threshold) await new Promise((resolve) => setTimeout(resolve, 1))
    await double.restart()
  }
  const last = Math.max(...(await writing))
  const fresh = await openNode(t, double.url)
  const registries = []
  for (const { server } of [...nodes, fresh]) {
    const { json } = await get(server, `/v1/organisations?limit=500&sort=name&after=${last}`)
    registries.push(json)
  }
  t.match(registries[0], { total: 30 })
  t.strictSame(registries[1], registries[0])
  t.strictSame(registries[2], registries[0], 'what each node has kept is what a fresh one reads')
  t.equal(double.stored().filter(({ type }) => type === 'OrganisationRegistered').length, 30)
})

t.test(
  'protocol double — an older copy was restored: a node builds its rows anew, and says why',
  async (t) => {
    const double = await startProtocolDouble()
    t.teardown(double.close)
    const folder = aDataDirectory(t)
    const one = await openNode(t, double.url, folder)
    const [kept, lost] = [anId(), anId()]
    await registerOnce(one, kept)
    const copy = double.copy()
    const { position } = written(await registerOnce(one, lost))
    t.equal((await get(one.server, `/v1/organisations/${lost}?after=${position}`)).status, 200)
    await one.close()
    await double.replaceLog(copy)
    const back = await openNode(t, double.url, folder)
    await untilReadiness(back, ({ ready }) => ready)
    t.equal((await get(back.server, `/v1/organisations/${lost}`)).status, 404)
    t.equal((await get(back.server, `/v1/organisations/${kept}`)).status, 200)
    t.ok(back.warnings.length > 0)
  },
)
