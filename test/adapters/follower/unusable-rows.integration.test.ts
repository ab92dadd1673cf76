import t from 'tap'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import { wordingOfWarning } from '#adapters/follower/follower-warning.js'
import type { Position } from '#domain/ports/event-log.js'
import { deferred } from '#test/contract/event-log/collector.js'
import { organisation } from '#test/support/organisation-events.js'
import { counting, countsOf, countsServing } from './counting-model.js'
import { storeThat } from './disturbed-store.js'
import { newFile, newLog, openStore, run } from './follower-world.js'
import { register } from './told-log.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]

t.test('a checkpoint of another log is refused, named, and everything is built anew', async (t) => {
  const path = await newFile(t)
  const store = openStore(t, path)
  const other = newLog(t)
  await register(other, a)
  await (await run(t, other, store, counting())).upToDate()
  await store.close()

  const log = newLog(t)
  await register(log, b)
  const { projection, upToDate, warnings } = await run(t, log, openStore(t, path), counting())
  t.strictSame(countsOf(projection.view()), {}, 'rows of another log are not shown')
  t.strictSame(countsOf(await upToDate()), { 'region-b': 1 })
  t.match(warnings, [{ warning: 'foreign-log', log: await log.identity() }])
  const [warning] = warnings
  t.match(warning && wordingOfWarning(warning), { fr: /reconstruction/, en: /rebuilding/ })
})

t.test(
  'a checkpoint beyond the end of the log is refused, named, and everything is built anew',
  async (t) => {
    const path = await newFile(t)
    const log = newLog(t)
    const store = openStore(t, path)
    const end = await register(log, a)
    const first = await run(t, log, store, counting())
    await first.upToDate()
    await first.projection.close()
    const serving = await countsServing(store)
    const checkpoint = { ...serving.checkpoint, position: (end + 1000) as Position }
    await store.commit([{ generation: serving.generation, rows: [], quarantined: [] }], checkpoint)

    const { projection, upToDate, warnings } = await run(t, log, store, counting())
    t.strictSame(countsOf(projection.view()), {})
    t.strictSame(countsOf(await upToDate()), { 'region-a': 1 })
    t.match(warnings, [{ warning: 'beyond-head', checkpoint, head: end }])
    t.equal((await store.serving())?.checkpoint.position, end)
  },
)

t.test('another version', (t) => {
  t.test('is built beside rows that can still be shown, then switched', async (t) => {
    const log = newLog(t)
    const store = openMemoryReadStore()
    const end = await register(log, a)
    const first = await run(t, log, store, counting(1))
    await first.upToDate()
    await first.projection.close()
    await register(log, b)

    const [begun, mayGoOn] = [deferred(), deferred()]
    const waiting = storeThat(store, {
      serve: () => {
        begun.resolve()
        return mayGoOn.promise
      },
    })
    const { projection, upToDate, warnings } = await run(t, log, waiting, counting(2))
    await begun.promise
    t.strictSame([...projection.view().values()], [{ id: a, events: 1, madeBy: 1 }])
    t.match(await projection.state(), { state: 'rebuilding', version: 2, position: end })
    mayGoOn.resolve()
    t.strictSame(
      [...(await upToDate()).values()],
      [
        { id: a, events: 1, madeBy: 2 },
        { id: b, events: 1, madeBy: 2 },
      ],
    )
    t.match(warnings, [{ warning: 'other-version', stored: 1, current: 2 }])
    t.match(await countsServing(store), { version: 2 })
  })

  for (const [stored, current, readableSince] of [
    [1, 2, 2],
    [3, 2, 1],
  ] as const) {
    t.test(`${stored} is not shown by ${current}, which reads from ${readableSince} on`, async (t) => {
      const log = newLog(t)
      const store = openMemoryReadStore()
      await register(log, a)
      const first = await run(t, log, store, counting(stored))
      await first.upToDate()
      await first.projection.close()
      const { projection, upToDate } = await run(t, log, store, counting(current, readableSince))
      t.strictSame([...projection.view()], [])
      t.strictSame([...(await upToDate()).values()], [{ id: a, events: 1, madeBy: current }])
    })
  }
  t.end()
})
