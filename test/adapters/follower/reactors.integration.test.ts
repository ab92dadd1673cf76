import t, { type Test } from 'tap'
import { createFollower } from '#adapters/follower/follower.js'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import type { Happened, Reactor } from '#domain/ports/reactor.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { deferred } from '#test/contract/event-log/collector.js'
import { organisation } from '#test/support/organisation-events.js'
import { counting, countsOf } from './counting-model.js'
import { hearing, newLog, reached } from './follower-world.js'
import { register, rename, renameOften } from './told-log.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]

/** Remembers the events that it was handed. */
const remembering = (react: (happened: Happened) => Promise<void> = () => Promise.resolve()) => {
  const handed: Position[] = []
  const reactor: Reactor = {
    name: 'remembering',
    types: ['OrganisationRenamed'],
    from: 'checkpoint',
    react: async (happened) => {
      await react(happened)
      handed.push(...happened.events.map(({ position }) => position))
      return happened.position
    },
  }
  return { handed, reactor }
}

const follow = async (t: Test, log: EventLog, store: ReadStore) => {
  const heard = hearing()
  const follower = createFollower({ log, store, warn: heard.warn, pause: () => Promise.resolve() })
  const counts = follower.keep(counting())
  await follower.start()
  t.teardown(() => follower.close())
  const settled = async (): Promise<void> => reached(counts, await log.head())
  return { ...heard, follower, counts, settled }
}

t.test(
  'a reactor is handed the events of its types in order, those that were there before included',
  async (t) => {
    const log = newLog(t)
    await register(log, a)
    const first = await rename(log, a, 'un')
    const { follower, settled } = await follow(t, log, openMemoryReadStore())
    const { handed, reactor } = remembering()
    const running = await follower.react(reactor)
    await running.caughtUp()
    t.strictSame(handed, [first])
    const second = await rename(log, a, 'deux')
    await register(log, b)
    const third = await rename(log, b, 'trois')
    await settled()
    await running.caughtUp()
    t.strictSame(handed, [first, second, third])
    t.strictSame(running.state(), { name: 'remembering', position: third })
  },
)

t.test('after a stop it goes on behind what it did', async (t) => {
  const [log, store] = [newLog(t), openMemoryReadStore()]
  await register(log, a)
  const first = await rename(log, a, 'un')
  const one = await follow(t, log, store)
  const before = remembering()
  await (await one.follower.react(before.reactor)).caughtUp()
  await one.follower.close()
  t.strictSame(before.handed, [first])
  t.match(await store.reached('remembering'), { position: first })

  const second = await rename(log, a, 'deux')
  const other = await follow(t, log, store)
  const after = remembering()
  await (await other.follower.react(after.reactor)).caughtUp()
  t.strictSame(after.handed, [second])
})

t.test('what it left open is handed over again after a stop', async (t) => {
  const [log, store] = [newLog(t), openMemoryReadStore()]
  await register(log, a)
  const first = await rename(log, a, 'un')
  const one = await follow(t, log, store)
  const { reactor } = remembering()
  const open: Reactor = { ...reactor, react: () => Promise.resolve(undefined) }
  await (await one.follower.react(open)).caughtUp()
  await one.follower.close()

  const other = await follow(t, log, store)
  const after = remembering()
  await (await other.follower.react(after.reactor)).caughtUp()
  t.strictSame(after.handed, [first])
})

t.test(
  'one that fails stops neither the rows nor itself: it is told, and tries the same again',
  async (t) => {
    const log = newLog(t)
    await register(log, a)
    const { follower, counts, settled, warnings } = await follow(t, log, openMemoryReadStore())
    let failures = 3
    const { handed, reactor } = remembering(({ events }) =>
      events.length > 0 && failures-- > 0 ? Promise.reject(new Error('elsewhere')) : Promise.resolve(),
    )
    const running = await follower.react(reactor)
    await running.caughtUp()
    const position = await rename(log, a, 'un')
    await settled()
    t.strictSame(countsOf(counts.view()), { 'region-a': 2 })
    while (handed.length === 0) await new Promise((resolve) => setImmediate(resolve))
    t.strictSame(handed, [position])
    t.strictSame(
      warnings.map((warning) => [warning.warning, 'reactor' in warning && warning.reactor]),
      Array.from({ length: 3 }, () => ['reactor-failed', 'remembering']),
    )
    t.strictSame(running.state(), { name: 'remembering', position })
  },
)

t.test('one that is slow misses nothing, however much comes meanwhile', async (t) => {
  const log = newLog(t)
  await register(log, a)
  const { follower, settled } = await follow(t, log, openMemoryReadStore())
  const [begun, mayGoOn] = [deferred(), deferred()]
  const { handed, reactor } = remembering(({ events }) => {
    if (events.length === 0) return Promise.resolve()
    begun.resolve()
    return mayGoOn.promise
  })
  const running = await follower.react(reactor)
  await running.caughtUp()
  await rename(log, a, 'un')
  await begun.promise
  for (let round = 0; round < 12; round += 1) await renameOften(log, a, 200)
  await settled()
  mayGoOn.resolve()
  await running.caughtUp()
  while (handed.length < 2401) await new Promise((resolve) => setImmediate(resolve))
  const { events } = await log.readAll({
    after: 0 as Position,
    limit: 10_000,
    types: ['OrganisationRenamed'],
  })
  t.strictSame(
    handed,
    events.map(({ position }) => position),
  )
})
