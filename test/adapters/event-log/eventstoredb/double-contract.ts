import t from 'tap'
import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import { eventLogContract } from '#test/contract/event-log/event-log-contract.js'
import {
  startProtocolDouble,
  type ProtocolDoubleOptions,
} from '#test/support/protocol-double/protocol-double.js'

/** The promises of the port on our own server, a new one for each test: it says nothing of a real database. */
export const contractOnDouble = (name: string, options: ProtocolDoubleOptions): void => {
  t.setTimeout(120_000)
  eventLogContract(`protocol double, ${name}`, async () => {
    const double = await startProtocolDouble(options)
    return {
      open: () => openEventStoreDbEventLog({ url: double.url }),
      destroy: () => double.close(),
    }
  })
}
