import type { EventLog } from '#domain/ports/event-log.js'
import type { LogAddress } from '#src/typed/log-address.js'

/** Opens a log by itself, for what is done with whole logs; `warn` hears what an operator should know. */
export type OpenLog = (address: LogAddress, warn: (message: string) => void) => Promise<EventLog>
