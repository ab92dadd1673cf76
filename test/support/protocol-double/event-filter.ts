import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import type { LogRecord } from './log-record.js'

/** What a reader of everything asked for. */
export interface EventFilter {
  readonly matches: (record: LogRecord) => boolean
  /** Events looked at in one go. */
  readonly window: number
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number
}

/** The window that a server uses when the client names none. */
const defaultWindow = 32

export const filterOf = (options: ReadReq.Options): EventFilter | undefined => {
  const filter = options.getFilter()
  if (filter === undefined) return undefined
  const window = filter.hasMax() ? filter.getMax() : defaultWindow
  const checkpointEvery = window * Math.max(1, filter.getCheckpointintervalmultiplier())
  const byStream = filter.getStreamIdentifier()
  if (byStream !== undefined) {
    const isAskedFor = testOf(byStream)
    return { matches: ({ stream }) => isAskedFor(stream), window, checkpointEvery }
  }
  const isAskedFor = testOf(filter.getEventType())
  return { matches: ({ type }) => isAskedFor(type), window, checkpointEvery }
}

/** Where both are given, the expression wins over the prefixes. */
const testOf = (
  expression: ReadReq.Options.FilterOptions.Expression | undefined,
): ((text: string) => boolean) => {
  const pattern = expression?.getRegex() ?? ''
  if (pattern !== '') {
    const regex = new RegExp(pattern, 'u')
    return (text) => regex.test(text)
  }
  const prefixes = expression?.getPrefixList() ?? []
  return (text) => prefixes.some((prefix) => text.startsWith(prefix))
}
