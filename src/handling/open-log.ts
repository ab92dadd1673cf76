import type { EventLog } from '#domain/ports/event-log.js'
import type { LogAddress } from '#src/typed/log-address.js'

/** Opens a log by itself, for what is done with whole logs; `warn` hears what an operator should know. */
export type OpenLog = (address: LogAddress, warn: (message: string) => void) => Promise<EventLog>

/** Opens the log of a data folder, or the database that the settings name, and nothing that reads it. */
export type OpenOwnLog = (
  where: { readonly dataDirectory: string; readonly eventLog: string },
  warn: (message: string) => void,
) => Promise<EventLog>
