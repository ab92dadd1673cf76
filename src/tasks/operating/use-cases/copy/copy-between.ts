import type { EventLog } from '#domain/ports/event-log.js'
import { copyLog, type CopyOutcome, type CopyRequest } from './copy-log.js'

/** Where two logs are, and how one is opened. */
export interface CopyBetween<Address> extends Omit<CopyRequest, 'from' | 'to'> {
  readonly from: Address
  readonly to: Address
  readonly open: (address: Address) => Promise<EventLog>
}

/** Copies one log into another, each opened for it and closed whatever happens. */
export const copyBetween = <Address>({
  from,
  to,
  open,
  ...request
}: CopyBetween<Address>): Promise<CopyOutcome> =>
  withLog(open, from, (source) =>
    withLog(open, to, (target) => copyLog({ ...request, from: source, to: target })),
  )

const withLog = async <Address, Result>(
  open: (address: Address) => Promise<EventLog>,
  address: Address,
  work: (log: EventLog) => Promise<Result>,
): Promise<Result> => {
  const log = await open(address)
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}
