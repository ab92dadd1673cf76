import t from 'tap'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import { appendNew, organisation } from '#test/support/organisation-events.js'
import type { Derivation, FoldedOrganisation } from '#projections/kept/kept-model.js'
import { counting, countsOf, countsServing, type CountRow } from './counting-model.js'
import { newFile, newLog, openStore, run } from './follower-world.js'
import { eventOfType, register, rename } from './told-log.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]

t.test('quarantine', (t) => {
  const broken = { id: a, reason: 'cassé / broken' }

  t.test('one organisation that fails keeps its last row and is named; the others go on', async (t) => {
    const log = newLog(t)
    const { projection, upToDate, warnings } = await run(t, log, openMemoryReadStore(), counting())
    await register(log, a)
    await upToDate()
    const position = await rename(log, a, 'cassé')
    await upToDate()
    await register(log, b)
    t.strictSame(countsOf(await upToDate()), { 'region-a': 1, 'region-b': 1 })
    t.strictSame((await projection.state()).quarantined, [
      { ...broken, stream: 'organisation-region-a', revision: 1, position },
    ])
    t.match(warnings, [
      { warning: 'quarantined', models: ['counting'], organisation: a, reason: 'cassé / broken' },
    ])
    t.equal((await projection.state()).lag, 0)
  })

  t.test('its next event tries again', async (t) => {
    const log = newLog(t)
    const { projection, upToDate } = await run(t, log, openMemoryReadStore(), counting())
    await register(log, a)
    await rename(log, a, 'cassé')
    await upToDate()
    await rename(log, a, 'réparé')
    t.strictSame(countsOf(await upToDate()), { 'region-a': 3 })
    t.strictSame((await projection.state()).quarantined, [])
  })

  t.test('it outlives the process and a rebuild in vain, and the next process tries again', async (t) => {
    const log = newLog(t)
    const path = await newFile(t)
    const store = openStore(t, path)
    await register(log, a)
    await rename(log, a, 'cassé')
    const first = await run(t, log, store, counting())
    await first.upToDate()
    await first.projection.rebuild()
    t.match((await first.projection.state()).quarantined, [broken])
    await first.projection.close()
    await store.close()

    const reopened = openStore(t, path)
    t.match((await countsServing(reopened)).quarantined, [broken])
    const repaired = {
      ...counting(),
      rowOf: ({ id }: FoldedOrganisation): Derivation<CountRow> => ({
        derived: true,
        row: { id, events: 7, madeBy: 1 },
      }),
    }
    const { upToDate } = await run(t, log, reopened, repaired)
    await register(log, b)
    t.strictSame(countsOf(await upToDate()), { 'region-a': 7, 'region-b': 7 })
    t.strictSame((await countsServing(reopened)).quarantined, [])
  })

  t.test('an event of a newer program is met and named', async (t) => {
    const log = newLog(t)
    const { projection, upToDate } = await run(t, log, openMemoryReadStore(), counting())
    await register(log, b)
    await register(log, a)
    await upToDate()
    await appendNew(log, a, [eventOfType('TeleportationBegun')])
    t.strictSame(countsOf(await upToDate()), { 'region-a': 1, 'region-b': 1 })
    t.match((await projection.state()).quarantined, [{ id: a, reason: /TeleportationBegun.*newer program/ }])
  })
  t.end()
})
