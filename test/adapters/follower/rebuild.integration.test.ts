import t from 'tap'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { Position } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { deferred } from '#test/contract/event-log/collector.js'
import { organisation } from '#test/support/organisation-events.js'
import { counting, countsOf, countsServing } from './counting-model.js'
import { storeThat } from './disturbed-store.js'
import { newLog, reached, run } from './follower-world.js'
import { register, rename, renameOften } from './told-log.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]

/** A projection that remembers whom it derived. */
const remembering = (derived: string[]): ReturnType<typeof counting> => ({
  ...counting(),
  rowOf: (organisation) => {
    derived.push(organisation.id)
    return counting().rowOf(organisation)
  },
})

t.test('a rebuild on demand: what serves goes on, follows the log, and is switched', async (t) => {
  const log = newLog(t)
  const store = openMemoryReadStore()
  const [begun, mayGoOn] = [deferred(), deferred()]
  let fills = 0
  const waiting = storeThat(store, {
    fill: () => {
      fills += 1
      if (fills === 1) return Promise.resolve()
      begun.resolve()
      return mayGoOn.promise
    },
  })
  await register(log, a)
  const { projection, upToDate } = await run(t, log, waiting, counting())
  await upToDate()
  const before = (await countsServing(store)).generation
  const rebuilt = projection.rebuild()
  await begun.promise
  t.match(await projection.state(), { state: 'rebuilding' })
  await register(log, b)
  await rename(log, a, 'A')
  t.strictSame(countsOf(await upToDate()), { 'region-a': 2, 'region-b': 1 }, 'not held up by the rebuild')
  mayGoOn.resolve()
  await rebuilt
  t.strictSame(countsOf(projection.view()), { 'region-a': 2, 'region-b': 1 }, 'nothing is taken back')
  const after = await countsServing(store)
  t.not(after.generation, before)
  await rename(log, b, 'B')
  t.strictSame(countsOf(await upToDate()), { 'region-a': 2, 'region-b': 2 }, 'and it follows the log')
})

t.test('a build goes through the whole log, and derives each organisation once', async (t) => {
  const log = newLog(t)
  await register(log, a)
  await renameOften(log, a, 2500)
  await register(log, b)
  await renameOften(log, a, 10)
  const derived: string[] = []
  const { upToDate } = await run(t, log, openMemoryReadStore(), remembering(derived))
  t.strictSame(countsOf(await upToDate()), { 'region-a': 2511, 'region-b': 1 })
  t.strictSame(derived.toSorted(), ['region-a', 'region-b'])
})

t.test('who catches up derives each organisation once for all that was missed', async (t) => {
  const log = newLog(t)
  const store = openMemoryReadStore()
  await register(log, a)
  await register(log, b)
  const first = await run(t, log, store, counting())
  await first.upToDate()
  await first.projection.close()
  for (let round = 0; round < 5; round += 1) {
    await renameOften(log, a, 300)
    await renameOften(log, b, 300)
  }
  const derived: string[] = []
  const { upToDate } = await run(t, log, store, remembering(derived))
  t.strictSame(countsOf(await upToDate()), { 'region-a': 1501, 'region-b': 1501 })
  t.strictSame(derived.toSorted(), ['region-a', 'region-b'])
})

t.test('a rebuild that is done while the reader commits takes nothing back', async (t) => {
  const log = newLog(t)
  const [asked, mayCommit] = [deferred(), deferred()]
  let slow = false
  const checkpoints: Position[] = []
  const store = openMemoryReadStore()
  const watched: ReadStore = {
    ...store,
    commit: async (changes, checkpoint) => {
      if (slow) {
        slow = false
        asked.resolve()
        await mayCommit.promise
      }
      checkpoints.push(checkpoint.position)
      return store.commit(changes, checkpoint)
    },
  }
  await register(log, a)
  const { projection, upToDate } = await run(t, log, watched, counting())
  await upToDate()
  slow = true
  await register(log, b)
  await asked.promise
  await rename(log, a, 'A')
  const rebuilt = projection.rebuild()
  mayCommit.resolve()
  await rebuilt
  const last = await rename(log, b, 'B')
  await reached(projection, last)
  t.strictSame(countsOf(projection.view()), { 'region-a': 2, 'region-b': 2 })
  t.strictSame(
    checkpoints,
    checkpoints.toSorted((one, other) => one - other),
  )
})
