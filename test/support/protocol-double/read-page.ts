import type { DoubleLog } from './double-log.js'
import type { LogRecord } from './log-record.js'

/** How many events a server gives at a time. */
export const pageSize = 32

/** Part of the log: what a search found, where it goes on, and whether it met the end. */
export interface LogPage {
  readonly found: readonly LogRecord[]
  readonly considered: number
  /** Where the last event that was looked at ends. */
  readonly next: number
  readonly atEnd: boolean
}

/**
 * Looks at the log from an offset on, the event at it included, until a page is full or `window` events were looked
 * at. The end is only met by looking behind the last event: a page that is full just there does not know it yet.
 */
export const readPage = (
  log: DoubleLog,
  from: number,
  matches: (record: LogRecord) => boolean,
  window: number,
): LogPage => {
  const records = log.records()
  const found: LogRecord[] = []
  const first = log.indexFrom(from)
  let considered = 0
  let next = from
  while (found.length < pageSize && considered < window) {
    const record = records[first + considered]
    if (record === undefined) return { found, considered, next, atEnd: true }
    considered += 1
    next = records[first + considered]?.position ?? log.end()
    if (matches(record)) found.push(record)
  }
  return { found, considered, next, atEnd: false }
}
