import t from 'tap'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import { wordingOfWarning } from '#adapters/read-store/projection-warning.js'
import type { OrganisationEvent } from '#domain/events/organisation-event.js'
import { ActorId } from '#domain/identifiers/identifiers.js'
import type { EventLog, NewEvent, Position, StreamName } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { deferred } from '#test/contract/event-log/collector.js'
import {
  appendEvents,
  appendNew,
  edtf,
  eventId,
  organisation,
  RECORDED_AT,
  recorded,
  registered,
} from '#test/support/organisation-events.js'
import { runProjection } from '#adapters/read-store/run-projection.js'
import { counting, countsOf, type CountRow } from './counting-projection.js'
import { newFile, newLog, openStore, reached, run, untilClosed } from './projection-world.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]
let numbers = 0

const append = (log: EventLog, id: typeof a, event: OrganisationEvent): Promise<Position> => {
  numbers += 1
  return appendEvents(log, id, [recorded(event, numbers)])
}
const register = (log: EventLog, id: typeof a): Promise<Position> => append(log, id, registered(id))
const rename = (log: EventLog, id: typeof a, name: string): Promise<Position> =>
  append(log, id, { type: 'OrganisationRenamed', data: { name, from: edtf('2016') } })

/** A store that does something before it commits. */
const storeThat = (
  store: ReadStore,
  before: Partial<Record<'commit' | 'fill' | 'serve', () => Promise<void>>>,
): ReadStore => ({
  ...store,
  commit: async (...parameters) => {
    await before.commit?.()
    return store.commit(...parameters)
  },
  fill: async (...parameters) => {
    await before.fill?.()
    return store.fill(...parameters)
  },
  serve: async (...parameters) => {
    await before.serve?.()
    return store.serve(...parameters)
  },
})

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

const eventOfType = (type: string): NewEvent => ({
  id: eventId(1_000_000),
  type,
  schemaVersion: 1,
  recordedAt: RECORDED_AT,
  data: {},
  metadata: { actor: ActorId.parse('agent:test') },
})

const nothingServes = (): never => {
  throw new Error('nothing serves')
}

/** Many renamings of one organisation, in one append. */
const renameOften = (log: EventLog, id: typeof a, times: number): Promise<Position> =>
  appendEvents(
    log,
    id,
    Array.from({ length: times }, (_, index) =>
      recorded({ type: 'OrganisationRenamed', data: { name: `nom ${index}` } }, (numbers += 1)),
    ),
  )

/** A projection that remembers whom it derived. */
const remembering = (derived: string[]): ReturnType<typeof counting> => ({
  ...counting(),
  rowOf: (id, ...streams) => {
    derived.push(id)
    return counting().rowOf(id, ...streams)
  },
})

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
    const { generation, checkpoint } = (await reopened.serving('counting')) ?? nothingServes()
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
    const serving = (await store.serving('counting')) ?? nothingServes()
    const checkpoint = { ...serving.checkpoint, position: (end + 1000) as Position }
    await store.commit(serving.generation, { rows: [], quarantined: [] }, checkpoint)

    const { projection, upToDate, warnings } = await run(t, log, store, counting())
    t.strictSame(countsOf(projection.view()), {})
    t.strictSame(countsOf(await upToDate()), { 'region-a': 1 })
    t.match(warnings, [{ warning: 'beyond-head', checkpoint, head: end }])
    t.equal((await store.serving('counting'))?.checkpoint.position, end)
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
    t.match(await store.serving('counting'), { version: 2 })
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
  const before = (await store.serving('counting'))?.generation
  const rebuilt = projection.rebuild()
  await begun.promise
  t.match(await projection.state(), { state: 'rebuilding' })
  await register(log, b)
  await rename(log, a, 'A')
  t.strictSame(countsOf(await upToDate()), { 'region-a': 2, 'region-b': 1 }, 'not held up by the rebuild')
  mayGoOn.resolve()
  await rebuilt
  t.strictSame(countsOf(projection.view()), { 'region-a': 2, 'region-b': 1 }, 'nothing is taken back')
  const after = await store.serving('counting')
  t.not(after?.generation, before)
  await rename(log, b, 'B')
  t.strictSame(countsOf(await upToDate()), { 'region-a': 2, 'region-b': 2 }, 'and it follows the log')
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
    t.strictSame((await projection.state()).quarantined, [{ ...broken, position }])
    t.match(warnings, [{ warning: 'quarantined', organisation: a, reason: 'cassé / broken' }])
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
    t.match((await reopened.serving('counting'))?.quarantined, [broken])
    const repaired = {
      ...counting(),
      rowOf: (id: typeof a) => ({ derived: true, row: { id, events: 7, madeBy: 1 } }) as const,
    }
    const { upToDate } = await run(t, log, reopened, repaired)
    await register(log, b)
    t.strictSame(countsOf(await upToDate()), { 'region-a': 7, 'region-b': 7 })
    t.strictSame((await reopened.serving('counting'))?.quarantined, [])
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
  const projection = await runProjection({
    log,
    store,
    projection: counting(),
    warn: () => undefined,
    tolerance,
  })
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

t.test('a reader that a rebuild has overtaken takes nothing back', async (t) => {
  const inner = newLog(t)
  const [asked, mayAnswer] = [deferred(), deferred()]
  let slow = false
  const log: EventLog = {
    ...inner,
    head: async () => {
      const head = await inner.head()
      if (slow) {
        slow = false
        asked.resolve()
        await mayAnswer.promise
      }
      return head
    },
  }
  const checkpoints: Position[] = []
  const store = openMemoryReadStore()
  const watched: ReadStore = {
    ...store,
    commit: (generation, changes, checkpoint) => {
      checkpoints.push(checkpoint.position)
      return store.commit(generation, changes, checkpoint)
    },
    serve: (generation, changes, checkpoint) => {
      checkpoints.push(checkpoint.position)
      return store.serve(generation, changes, checkpoint)
    },
  }
  await register(inner, a)
  const { projection, upToDate } = await run(t, log, watched, counting())
  await upToDate()
  slow = true
  await register(inner, b)
  await asked.promise
  await rename(inner, a, 'A')
  await projection.rebuild()
  mayAnswer.resolve()
  const last = await rename(inner, b, 'B')
  await reached(projection, last)
  t.strictSame(countsOf(projection.view()), { 'region-a': 2, 'region-b': 2 })
  t.strictSame(
    checkpoints,
    checkpoints.toSorted((one, other) => one - other),
  )
})
