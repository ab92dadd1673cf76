import t, { type Test } from 'tap'
import { createFollower } from '#adapters/follower/follower.js'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import type { KeptModel } from '#projections/kept/kept-model.js'
import { deferred } from '#test/contract/event-log/collector.js'
import { appendNew, organisation } from '#test/support/organisation-events.js'
import { counting, countsOf, type CountRow, type Counts } from './counting-model.js'
import { storeThat } from './disturbed-store.js'
import { hearing, newLog, reached } from './follower-world.js'
import { eventOfType, register, rename } from './told-log.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]

const named = (name: string, version = 1): KeptModel<CountRow, Counts> => ({ ...counting(version), name })

const follow = async (
  t: Test,
  log: EventLog,
  store: ReadStore,
  models: readonly KeptModel<CountRow, Counts>[],
) => {
  const heard = hearing()
  const follower = createFollower({ log, store, warn: heard.warn, pause: () => Promise.resolve() })
  const [first, second] = models.map((model) => follower.keep(model))
  if (first === undefined || second === undefined) throw new Error('two models')
  await follower.start()
  t.teardown(() => follower.close())
  const settled = async (): Promise<void> => {
    for (const one of [first, second]) await reached(one, await log.head())
  }
  return { ...heard, follower, first, second, settled }
}

t.test('all views move at once, after one commit', async (t) => {
  const log = newLog(t)
  const [committing, mayCommit] = [deferred(), deferred()]
  const store = storeThat(openMemoryReadStore(), {
    commit: () => {
      committing.resolve()
      return mayCommit.promise
    },
  })
  await register(log, a)
  const { first, second, settled } = await follow(t, log, store, [named('one'), named('other')])
  await settled()
  await rename(log, a, 'A')
  await committing.promise
  t.strictSame([countsOf(first.view()), countsOf(second.view())], [{ 'region-a': 1 }, { 'region-a': 1 }])
  mayCommit.resolve()
  await reached(first, await log.head())
  t.strictSame([countsOf(first.view()), countsOf(second.view())], [{ 'region-a': 2 }, { 'region-a': 2 }])
  t.equal((await first.state()).position, (await second.state()).position)
})

t.test('a model in a new version is built beside the others, which go on', async (t) => {
  const log = newLog(t)
  const inner = openMemoryReadStore()
  const end = await register(log, a)
  const before = await follow(t, log, inner, [named('one'), named('other')])
  await before.settled()
  await before.follower.close()

  const [begun, mayGoOn] = [deferred(), deferred()]
  const store = storeThat(inner, {
    fill: () => {
      begun.resolve()
      return mayGoOn.promise
    },
  })
  const { first, second, settled, warnings } = await follow(t, log, store, [named('one'), named('other', 2)])
  await begun.promise
  const head = await rename(log, a, 'A')
  await reached(first, head)
  t.strictSame(countsOf(first.view()), { 'region-a': 2 })
  t.strictSame([...second.view().values()], [{ id: a, events: 1, madeBy: 1 }], 'what it showed before')
  t.match(await second.state(), { state: 'rebuilding', position: end })
  mayGoOn.resolve()
  await settled()
  t.strictSame([...second.view().values()], [{ id: a, events: 2, madeBy: 2 }])
  t.match(await second.state(), { state: 'live', position: head })
  t.match(warnings, [{ warning: 'other-version', model: 'other', stored: 1, current: 2 }])
})

t.test('what the program has no more is removed, and what it has more is built', async (t) => {
  const log = newLog(t)
  const store = openMemoryReadStore()
  await register(log, a)
  const before = await follow(t, log, store, [named('one'), named('other')])
  await before.settled()
  await before.follower.close()
  const { second, settled } = await follow(t, log, store, [named('one'), named('third')])
  await settled()
  t.strictSame(countsOf(second.view()), { 'region-a': 1 })
  t.strictSame(
    (await store.serving())?.generations.map(({ model }) => model),
    ['one', 'third'],
  )
})

t.test('one alone is built anew on demand', async (t) => {
  const log = newLog(t)
  const store = openMemoryReadStore()
  await register(log, a)
  const { first, settled } = await follow(t, log, store, [named('one'), named('other')])
  await settled()
  const before = (await store.serving())?.generations
  await first.rebuild()
  const after = (await store.serving())?.generations
  t.not(after?.[0]?.generation, before?.[0]?.generation)
  t.equal(after?.[1]?.generation, before?.[1]?.generation)
})

t.test(
  'a stream that can’t be read is set aside in all models, and told once; the others go on',
  async (t) => {
    const log = newLog(t)
    const { first, second, settled, warnings, follower } = await follow(t, log, openMemoryReadStore(), [
      named('one'),
      named('other'),
    ])
    await register(log, a)
    const position = await appendNew(log, a, [eventOfType('TeleportationBegun')])
    await register(log, b)
    await settled()
    const aside = [{ id: a, stream: 'organisation-region-a', revision: 1, position }]
    t.match([first.aside(), second.aside()], [aside, aside])
    t.match(first.aside()[0]?.reason, `position ${position}`)
    t.strictSame(
      warnings.map((warning) => 'models' in warning && warning.models),
      [['one', 'other']],
    )
    t.strictSame([first.view().has(b), second.view().has(b)], [true, true])
    t.equal(follower.organisation(a), undefined)
  },
)

t.test('a row that can’t be derived is set aside in its model, and in no other', async (t) => {
  const log = newLog(t)
  const sound: KeptModel<CountRow, Counts> = {
    ...named('other'),
    rowOf: ({ id, history }) => ({ derived: true, row: { id, events: history.length, madeBy: 1 } }),
  }
  const { first, second, settled } = await follow(t, log, openMemoryReadStore(), [named('one'), sound])
  await register(log, a)
  await rename(log, a, 'cassé')
  await settled()
  t.strictSame(
    first.aside().map(({ id }) => id),
    [a],
  )
  t.strictSame([second.aside(), countsOf(second.view())], [[], { 'region-a': 2 }])
})

t.test('what an organisation folds to is answered without the log, and stays as it was given', async (t) => {
  const log = newLog(t)
  const { settled, follower } = await follow(t, log, openMemoryReadStore(), [named('one'), named('other')])
  await register(log, a)
  await settled()
  const known = follower.organisation(a)
  const position = await rename(log, a, 'A')
  await settled()
  t.match(known, { revision: 0, history: { length: 1 } })
  t.match(follower.organisation(a), { revision: 1, position, history: { length: 2 } })
  t.equal(follower.organisation(b), undefined)
})
