import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { openWhenPossible } from '#src/tasks/operating/cli/open-when-possible.js'
import { openHouse } from '#src/composition/open-house.js'
import type { Setup } from '#src/cli/surroundings.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { get, post } from '#test/support/call.js'
import { startProtocolDouble, type ProtocolDouble } from '#test/support/protocol-double/protocol-double.js'

const NOW = Date.parse('2026-07-01T10:00:00.000Z')
const silent = serviceLogger('silent')

interface World {
  readonly double: ProtocolDouble
  readonly setup: Setup
}

const newWorld = async (t: Test): Promise<World> => {
  const double = await startProtocolDouble()
  const dataDirectory = mkdtempSync(join(tmpdir(), 'trajectoires-'))
  t.teardown(async () => {
    await double.close()
    rmSync(dataDirectory, { recursive: true, force: true })
  })
  const warn = (): void => undefined
  return { double, setup: { dataDirectory, eventLog: double.url, clock: () => NOW, warn } }
}

/** A port that was free a moment ago. */
const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The first answer at an address where nobody may listen yet. */
const untilAnswered = async (url: string): Promise<Response> => {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer !== undefined) return answer
    await setImmediate()
  }
}

t.test(
  'protocol double — the application records and reads on it, and readiness names its faults',
  async (t) => {
    const { double, setup } = await newWorld(t)
    const house = await openHouse(setup)
    const server = await trajectoiresIn(house).server(silent)
    t.teardown(async () => {
      await server.close()
      await house.close()
    })
    const region = { name: 'Région Bretagne', kind: 'region' }
    const recorded = await post(server, '/v1/organisations', region, { 'idempotency-key': 'one' })
    t.equal(recorded.status, 201, recorded.text)
    const position = await house.log.head()
    const listed = await get(server, `/v1/organisations?after=${position}`)
    t.match(listed.json, { organisations: [{ id: 'region-bretagne' }] })
    const again = await post(server, '/v1/organisations', region, { 'idempotency-key': 'one' })
    t.match(again.json, { outcome: 'repeated' })
    const other = { ...region, name: 'Région Normandie', id: 'region-bretagne' }
    t.equal((await post(server, '/v1/organisations', other, { 'idempotency-key': 'one' })).status, 409)

    const ready = await get(server, '/health/ready')
    t.match([ready.status, ready.json], [200, { ready: true, log: { head: position } }])
    double.faults.denyAll()
    const denied = await get(server, '/health/ready')
    t.match([denied.status, denied.json], [503, { ready: false, log: { fault: 'all-not-readable' } }])
    t.match((denied.json as { log: { remedy: { fr: string } } }).log.remedy.fr, /\$acl/)
    double.faults.denyAll(false)
    t.equal((await get(server, '/health/ready')).status, 200)
  },
)

t.test(
  'protocol double — while the log can’t be read, readiness tells why; then the application opens',
  async (t) => {
    const { double, setup } = await newWorld(t)
    double.faults.denyAll()
    const ending = new AbortController()
    const port = await freePort()
    const opening = openWhenPossible(
      () => openHouse(setup),
      { host: '127.0.0.1', port },
      silent,
      ending.signal,
    )
    const answer = await untilAnswered(`http://127.0.0.1:${port}/health/ready`)
    t.match([answer.status, await answer.json()], [503, { ready: false, log: { fault: 'all-not-readable' } }])
    t.equal((await fetch(`http://127.0.0.1:${port}/health/live`)).status, 200)
    const other = await fetch(`http://127.0.0.1:${port}/v1/organisations`)
    t.match([other.status, await other.json()], [503, { code: 'log-unavailable' }])
    double.faults.denyAll(false)
    const house = await opening
    t.match(await house?.log.condition(), { usable: true })
    await house?.close()
    await t.rejects(fetch(`http://127.0.0.1:${port}/health/live`), 'its address is free for the application')
  },
)

t.test('protocol double — asked to end while it waits, it ends', async (t) => {
  const { double, setup } = await newWorld(t)
  double.faults.denyAll()
  const ending = new AbortController()
  const port = await freePort()
  const opening = openWhenPossible(() => openHouse(setup), { host: '127.0.0.1', port }, silent, ending.signal)
  await untilAnswered(`http://127.0.0.1:${port}/health/ready`)
  ending.abort()
  t.equal(await opening, undefined)
})

t.test('an address that can’t be used is told with what is expected, and without its password', async (t) => {
  const { setup } = await newWorld(t)
  const opening = openHouse({ ...setup, eventLog: 'esdb://app:secret@h?tlsVerifyCert=false' })
  const fault = await opening.then(
    () => undefined,
    (error: unknown) => error as Error & { code: string },
  )
  t.equal(fault?.code, 'log-misnamed')
  t.match(fault?.message, /EVENT_LOG/)
  t.notMatch(fault?.message, /secret/)
})
