import t from 'tap'
import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import { eventLogContract } from '#test/contract/event-log/event-log-contract.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'

t.setTimeout(120_000)

/** Every test has streams and types of its own, so one server does for all, as a real one would. */
for (const [batchAppend, announced] of [
  [true, 'announced'],
  [false, 'not announced'],
] as const) {
  const double = await startProtocolDouble({ batchAppend })
  eventLogContract(`protocol double, batch append ${announced}`, () =>
    Promise.resolve({
      open: () => openEventStoreDbEventLog({ url: double.url }),
      destroy: () => Promise.resolve(),
    }),
  )
  t.teardown(() => double.close())
}
