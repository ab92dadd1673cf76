import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import { eventLogContract } from '#test/contract/event-log/event-log-contract.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'

for (const batchAppend of [true, false]) {
  const announced = batchAppend ? 'announced' : 'not announced'
  eventLogContract(`protocol double, batch append ${announced}`, async () => {
    const double = await startProtocolDouble({ batchAppend })
    return {
      open: () => openEventStoreDbEventLog({ url: double.url }),
      destroy: () => double.close(),
    }
  })
}
