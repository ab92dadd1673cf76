import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { LogAddress } from './log-address.js'
import { SetupFault } from './setup-fault.js'

/**
 * Opens the log at an address, whatever its engine.
 *
 * @param warn hears what an operator should know
 */
export const openLog = (address: LogAddress, warn: (message: string) => void): Promise<EventLog> => {
  if (address.engine === 'sqlite') return Promise.resolve(openSqliteEventLog({ path: address.path }))
  throw new SetupFault('folder-unusable', `pas encore${String(warn)}`)
}
