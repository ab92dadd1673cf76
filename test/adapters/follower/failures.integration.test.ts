import t from 'tap'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import { organisation } from '#test/support/organisation-events.js'
import { counting, countsOf, countsServing, type CountRow } from './counting-model.js'
import { storeThat } from './disturbed-store.js'
import { newFile, newLog, openStore, run, untilClosed } from './follower-world.js'
import { register, rename } from './told-log.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]

/** How many events each organisation has up to a position, counted in the log itself. */
const countedInLog = async (log: EventLog, through: Position): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const { events } = await log.readAll({ after: 0 as Position, limit: 10_000 })
  for (const { stream, position } of events) {
    const id = stream.slice('organisation-'.length)
    if (position <= through) counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}

t.test('cut off before any commit, checkpoint and rows agree, and nothing is lost', async (t) => {
  const log = newLog(t)
  const path = await newFile(t)
  for (let round = 0; round < 4; round += 1) {
    const store = openStore(t, path)
    let cut = false
    const cutOff = (): Promise<void> => (cut ? Promise.reject(new Error('cut off')) : Promise.resolve())
    const dying = storeThat(store, { commit: cutOff, fill: cutOff })
    const { projection, upToDate, warned } = await run(t, log, dying, counting(), untilClosed)
    t.strictSame(countsOf(await upToDate()), await countedInLog(log, await log.head()))
    cut = true
    await register(log, organisation(`region-${round}`))
    await rename(log, a, `nom ${round}`)
    await warned('failed')
    t.match(await projection.state(), { state: 'failed', error: { message: 'cut off' } })
    await projection.close()
    await store.close()

    const reopened = openStore(t, path)
    const { generation, checkpoint } = await countsServing(reopened)
    const rows = await reopened.rows(generation)
    t.strictSame(
      Object.fromEntries(rows.map(({ id, json }) => [id, (JSON.parse(json) as CountRow).events])),
      await countedInLog(log, checkpoint.position),
    )
    await reopened.close()
  }
})

t.test('a first build that is cut off begins anew', async (t) => {
  const log = newLog(t)
  const path = await newFile(t)
  await register(log, a)
  const store = openStore(t, path)
  const dying = storeThat(store, { serve: () => Promise.reject(new Error('cut off')) })
  const first = await run(t, log, dying, counting(), untilClosed)
  await first.warned('failed')
  t.strictSame(countsOf(first.projection.view()), {})
  await first.projection.close()
  await store.close()
  const second = await run(t, log, openStore(t, path), counting())
  t.strictSame(countsOf(await second.upToDate()), { 'region-a': 1 })
})

t.test('after a failure it tries again, and what was committed goes on serving', async (t) => {
  const log = newLog(t)
  let failures = 3
  const failing = storeThat(openMemoryReadStore(), {
    commit: () => (failures-- > 0 ? Promise.reject(new Error('disk full')) : Promise.resolve()),
  })
  await register(log, a)
  const { projection, upToDate, warnings } = await run(t, log, failing, counting())
  await upToDate()
  await register(log, b)
  t.strictSame(countsOf(await upToDate()), { 'region-a': 1, 'region-b': 1 })
  t.strictSame(
    warnings.map(({ warning }) => warning),
    ['failed', 'failed', 'failed'],
  )
  t.strictSame(Object.keys(await projection.state()).includes('error'), false)
})

t.test('a rebuild that fails is told to who asked, and changes nothing', async (t) => {
  const log = newLog(t)
  let fail = false
  const store = storeThat(openMemoryReadStore(), {
    serve: () => (fail ? Promise.reject(new Error('disk full')) : Promise.resolve()),
  })
  await register(log, a)
  const { projection, upToDate } = await run(t, log, store, counting())
  await upToDate()
  fail = true
  await t.rejects(projection.rebuild(), { message: 'disk full' })
  await register(log, b)
  t.strictSame(countsOf(await upToDate()), { 'region-a': 1, 'region-b': 1 })
  fail = false
  await projection.rebuild()
  t.strictSame(countsOf(projection.view()), { 'region-a': 1, 'region-b': 1 })
})
