import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { LogAddress } from '#src/typed/log-address.js'

/**
 * Opens the log at an address: the one place that knows the engines.
 *
 * @param warn hears what an operator should know
 * @throws EventLogFault for what the engine met, with a remedy for each
 */
export const openLog = (
  address: LogAddress,
  warn: (message: string) => void,
): EventLog | Promise<EventLog> =>
  address.engine === 'sqlite'
    ? openSqliteEventLog({ path: address.path })
    : openEventStoreDbEventLog({ url: address.url, warn })
