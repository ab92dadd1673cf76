import type { AppendResult } from './double-log.js'
import type { DoubleNode } from './double-node.js'
import { sizeOf, type ExpectedVersion, type ProposedEvent } from './log-record.js'

/** One append as the client put it, by whichever of the two calls. */
export interface ProposedAppend {
  readonly stream: string
  readonly expected: ExpectedVersion
  readonly events: readonly ProposedEvent[]
}

/** How an append ends for whoever has to answer it: a fault of the double counts as an end too. */
export type AppendEnd =
  | { readonly end: 'answered'; readonly result: AppendResult }
  | { readonly end: 'too-large' | 'bad-request'; readonly detail: string }
  | { readonly end: 'unanswered' | 'cut' | 'timed-out' | 'not-leader' | 'not-ready' | 'busy' }

/** Stores an append, or lets befall it what the next fault says. */
export const storeAppend = (node: DoubleNode, append: ProposedAppend): AppendEnd => {
  node.count('append')
  const fault = node.faults.nextAppend()
  switch (fault) {
    case 'cut':
    case 'unanswered':
    case 'not-leader':
    case 'not-ready':
    case 'busy':
      return { end: fault }
    case 'killed-before':
      node.dieAndReturn()
      return { end: 'unanswered' }
    case 'killed-after':
      storeNow(node, append)
      node.dieAndReturn()
      return { end: 'unanswered' }
    case 'stored-cut':
      storeNow(node, append)
      return { end: 'cut' }
    case 'stored-unanswered':
      storeNow(node, append)
      return { end: 'unanswered' }
    case 'stored-timed-out':
      storeNow(node, append)
      return { end: 'timed-out' }
    case 'none':
      return storeNow(node, append)
  }
}

const storeNow = (node: DoubleNode, { stream, expected, events }: ProposedAppend): AppendEnd => {
  if (stream === '') return { end: 'bad-request', detail: 'streamId' }
  const size = events.reduce((sum, event) => sum + sizeOf(event), 0)
  if (size > node.maxAppendSize) return { end: 'too-large', detail: String(node.maxAppendSize) }
  return { end: 'answered', result: node.log().append(stream, expected, events) }
}
