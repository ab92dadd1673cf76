import t, { type Test } from 'tap'
import { createFollower } from '#adapters/follower/follower.js'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { openSteps } from '#projections/kept/open-steps/open-steps.js'
import type { KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'
import { membershipsOnRecord } from '#projections/kept/memberships/memberships.js'
import { programmesTaken } from '#projections/kept/programmes/programmes.js'
import { registry } from '#projections/kept/registry/registry-index.js'
import { standingsUnder } from '#projections/kept/standings/standings.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { openModelShelf } from '#src/handling/models/model-shelf.js'
import { organisation } from '#test/support/organisation-events.js'
import { newLog, reached } from './follower-world.js'
import { register, rename, renameOften } from './told-log.js'

/** What one append made the follower do. */
interface Work {
  readonly derived: number
  readonly written: number
  readonly folded: number
  readonly streamsRead: number
  readonly heads: number
  readonly commits: number
}

/** A follower of all models, the work of which is counted. */
const counted = async (t: Test, inner: EventLog, capacity?: number) => {
  let [derived, written, streamsRead, heads, commits] = [0, 0, 0, 0, 0]
  const log: EventLog = {
    ...inner,
    readStream: (...asked) => {
      streamsRead += 1
      return inner.readStream(...asked)
    },
    head: () => {
      heads += 1
      return inner.head()
    },
  }
  const kept = openMemoryReadStore()
  const store: ReadStore = {
    ...kept,
    commit: (changes, checkpoint) => {
      commits += 1
      written += changes.reduce((sum, { rows }) => sum + rows.length, 0)
      return kept.commit(changes, checkpoint)
    },
  }
  const follower = createFollower({
    log,
    store,
    warn: (warning) => t.fail(JSON.stringify(warning)),
    ...(capacity === undefined ? {} : { capacity }),
  })
  t.teardown(() => follower.close())
  const keep = <Row extends OrganisationRow, View>(model: KeptModel<Row, View>) =>
    follower.keep({
      ...model,
      rowOf: (told) => {
        derived += 1
        return model.rowOf(told)
      },
    })
  const all = [
    keep(registry),
    keep(stepsTaken),
    keep(standingsUnder(openModelShelf().usual)),
    keep(programmesTaken),
    keep(openSteps),
    keep(membershipsOnRecord),
  ]
  await follower.start()
  const settled = async (): Promise<void> => {
    const head = await inner.head()
    for (const model of all) await reached(model, head)
  }
  const total = (): Work => ({
    derived,
    written,
    folded: follower.folded().folded,
    streamsRead,
    heads,
    commits,
  })
  /** Until the subscription has told of something, it may still look for the head that it began at. */
  const live = async (id: OrganisationId): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await rename(inner, id, `vivant ${round}`)
      await settled()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const workOf = async (write: () => Promise<unknown>): Promise<Work> => {
    const before = total()
    await write()
    await settled()
    const after = total()
    return Object.fromEntries(
      Object.entries(after).map(([what, count]) => [what, count - before[what as keyof Work]]),
    ) as unknown as Work // of the same fields
  }
  return { settled, live, workOf }
}

const once = { derived: 6, written: 6, folded: 1, heads: 0, commits: 1 }

t.test('an append costs the same with 100 and with 10,000 organisations on record', async (t) => {
  for (const organisations of [100, 10_000]) {
    const log = newLog(t)
    for (let number = 0; number < organisations; number += 1)
      await register(log, organisation(`commune-${number}`))
    const { settled, live, workOf } = await counted(t, log)
    await settled()
    await live(organisation('commune-1'))
    const work = await workOf(() => rename(log, organisation('commune-7'), 'Un autre nom'))
    t.strictSame(work, { ...once, streamsRead: 0 }, `${organisations}`)
    const newcomer = await workOf(() => register(log, organisation('nouvelle')))
    t.strictSame(newcomer, { ...once, streamsRead: 0 }, `${organisations}, a new one`)
  }
})

t.test(
  'and with 10 and 10,000 facts in its stream, which is read only where its state is not kept',
  async (t) => {
    const [a, b] = [organisation('region-a'), organisation('region-b')]
    for (const facts of [10, 10_000]) {
      const log = newLog(t)
      await register(log, a)
      await register(log, b)
      for (let told = 0; told < facts; told += 10) await renameOften(log, a, 10)
      const { settled, live, workOf } = await counted(t, log)
      await settled()
      await live(b)
      t.strictSame(await workOf(() => rename(log, a, 'A')), { ...once, streamsRead: 0 }, `${facts}`)
    }
    const log = newLog(t)
    await register(log, a)
    await register(log, b)
    await renameOften(log, a, 10)
    const { settled, live, workOf } = await counted(t, log, 14)
    await settled()
    await live(b)
    const forgotten = await workOf(() => rename(log, a, 'A'))
    t.strictSame(forgotten, { ...once, folded: 12, streamsRead: 1 }, 'once, to its end')
  },
)
