import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { LogAddress } from './log-address.js'

/**
 * Opens the log at an address, whatever its engine.
 *
 * @param warn hears what an operator should know
 * @throws EventLogFault when it can't be used
 */
export const openLog = async (address: LogAddress, warn: (message: string) => void): Promise<EventLog> =>
  address.engine === 'sqlite'
    ? openSqliteEventLog({ path: address.path })
    : openEventStoreDbEventLog({ url: address.url, warn })
