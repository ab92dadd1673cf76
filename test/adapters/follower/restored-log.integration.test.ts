import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { appendEvents, organisation, recorded, registered } from '#test/support/organisation-events.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'
import { counting, countsOf } from './counting-model.js'
import { run } from './follower-world.js'

const [kept, lost, later] = [
  organisation('region-kept'),
  organisation('region-lost'),
  organisation('region-later'),
]

const register = (log: EventLog, id: typeof kept, number: number) =>
  appendEvents(log, id, [recorded(registered(id), number)])

for (const [name, grows] of [
  ['an older copy of the log under a running projection: its rows are built anew from it', false],
  ['the same when the copy has grown past what was read', true],
] as const) {
  t.test(`protocol double — ${name}`, async (t) => {
    const double = await startProtocolDouble()
    const log = await openEventStoreDbEventLog({ url: double.url })
    t.teardown(() => double.close())
    t.teardown(() => log.close())
    await register(log, kept, 1)
    const copy = double.copy()
    const { upToDate, projection, warned } = await run(t, log, openMemoryReadStore(), counting())
    await register(log, lost, 2)
    t.strictSame(countsOf(await upToDate()), { 'region-kept': 1, 'region-lost': 1 })

    await double.replaceLog(copy)
    if (grows)
      for (let number = 3; number < 9; number += 1)
        await register(log, organisation(`region-${number}`), number)
    await register(log, later, 10)
    await Promise.race([warned('beyond-head'), warned('history-changed')])
    const head = await log.head()
    for (
      let at = await projection.state();
      at.position !== head || at.state !== 'live';
      at = await projection.state()
    ) {
      await setImmediate()
    }
    const counts = countsOf(projection.view())
    t.strictSame([counts['region-kept'], counts['region-lost'], counts['region-later']], [1, undefined, 1])
  })
}
