import t from 'tap'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { Position, StreamName } from '#domain/ports/event-log.js'
import { deferred } from '#test/contract/event-log/collector.js'
import { organisation } from '#test/support/organisation-events.js'
import { counting, countsOf } from './counting-model.js'
import { storeThat } from './disturbed-store.js'
import { followModel, newFile, newLog, openStore, reached, run } from './follower-world.js'
import { eventOfType, register, rename } from './told-log.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]

t.test('one reads one’s own write by waiting for its position', async (t) => {
  const log = newLog(t)
  const { projection } = await run(t, log, openMemoryReadStore(), counting())
  for (let events = 1; events <= 20; events += 1) {
    const position = await (events === 1 ? register(log, a) : rename(log, a, `nom ${events}`))
    await reached(projection, position)
    t.equal(projection.view().get(a)?.events, events)
  }
})

t.test('a wait that lasts too long says so, and how far the reader was', async (t) => {
  const log = newLog(t)
  const { projection, upToDate } = await run(t, log, openMemoryReadStore(), counting())
  const position = await register(log, a)
  await upToDate()
  const later = (position + 1) as Position
  t.strictSame(await projection.waitFor(later, 1), { outcome: 'timed-out', position })
  const waiting = projection.waitFor(later, 20_000)
  await projection.close()
  t.strictSame(await waiting, { outcome: 'closed', position })
  t.strictSame(await projection.waitFor(later, 20_000), { outcome: 'closed', position })
})

t.test('opened again, it goes on from its checkpoint and serves at once', async (t) => {
  const log = newLog(t)
  const path = await newFile(t)
  const store = openStore(t, path)
  const first = await run(t, log, store, counting())
  await register(log, a)
  t.strictSame(countsOf(await first.upToDate()), { 'region-a': 1 })
  await first.projection.close()
  await store.close()
  await register(log, b)
  await rename(log, a, 'B')

  const reopened = openStore(t, path)
  const second = await run(t, log, reopened, counting())
  t.strictSame(
    countsOf(second.projection.view()),
    { 'region-a': 1 },
    'what was committed, before anything else',
  )
  t.strictSame(countsOf(await second.upToDate()), { 'region-a': 2, 'region-b': 1 })
  t.strictSame(second.warnings, [])
})

t.test('while its first rows are built it catches up: it has nothing to serve yet', async (t) => {
  const log = newLog(t)
  await register(log, a)
  const [begun, mayGoOn] = [deferred(), deferred()]
  const waiting = storeThat(openMemoryReadStore(), {
    fill: () => {
      begun.resolve()
      return mayGoOn.promise
    },
  })
  const { projection, upToDate } = await run(t, log, waiting, counting())
  await begun.promise
  t.match(await projection.state(), { state: 'catching-up', position: 0 })
  mayGoOn.resolve()
  await upToDate()
  t.match(await projection.state(), { state: 'live' })
})

t.test('its state names where it is, where the log is, and how far apart', async (t) => {
  const log = newLog(t)
  const stop = deferred()
  const held = storeThat(openMemoryReadStore(), { commit: () => stop.promise })
  const position = await register(log, a)
  const { projection, upToDate } = await run(t, log, held, counting())
  await upToDate()
  const head = await register(log, b)
  t.match(await projection.state(), {
    name: 'counting',
    version: 1,
    position,
    head,
    lag: head - position,
    quarantined: [],
  })
  stop.resolve()
  await upToDate()
  t.match(await projection.state(), { state: 'live', position: head, head, lag: 0 })
})

t.test('a moment behind it is live; behind for longer than that, it is catching up', async (t) => {
  const log = newLog(t)
  const stop = deferred()
  let held = Promise.resolve()
  const store = storeThat(openMemoryReadStore(), { commit: () => held })
  const tolerance = 50
  const projection = await followModel({ log, store, warn: () => undefined, tolerance }, counting())
  t.teardown(() => projection.close())
  await reached(projection, await register(log, a))
  // The subscription counts as live a moment after its handler has ended.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  held = stop.promise
  const head = await register(log, b)
  const noticed = performance.now()
  t.match(await projection.state(), { state: 'live', head })
  while ((await projection.state()).state === 'live') await new Promise((resolve) => setImmediate(resolve))
  t.ok(performance.now() - noticed >= tolerance)
  t.match(await projection.state(), { state: 'catching-up', head })
  stop.resolve()
  await reached(projection, head)
  t.match(await projection.state(), { state: 'live', lag: 0 })
})

t.test('streams of other things are gone through, and give no row', async (t) => {
  const log = newLog(t)
  const { upToDate } = await run(t, log, openMemoryReadStore(), counting())
  await register(log, a)
  await log.append({
    stream: 'joint-tr-pionsat' as StreamName,
    expected: 'none',
    events: [eventOfType('JointStepIntended')],
  })
  t.strictSame(countsOf(await upToDate()), { 'region-a': 1 })
})
