import {
  type Checkpoint,
  type LogId,
  type Position,
  type SubscribeOutcome,
  type SubscriptionRequest,
} from '#domain/ports/event-log.js'
import { beforeAll } from './coordinates.js'
import { checkTypes } from './read-slice.js'
import { startSubscription, type RunningSubscription, type SubscriptionSource } from './subscription.js'

export interface SubscribableLog extends Pick<SubscriptionSource, 'readAll'> {
  readonly identity: () => LogId
  readonly head: () => Position
}

/** All the subscriptions of one open log. */
export interface Subscriptions {
  /** @throws EventLogFault `invalid-read` for an empty choice of types. */
  readonly subscribe: (request: SubscriptionRequest) => SubscribeOutcome
  /** To be called whenever something may have been appended. */
  readonly wake: () => void
  readonly isEmpty: () => boolean
  /** Resolves once every running handler has ended. */
  readonly closeAll: () => Promise<void>
}

/** Keeps track of subscriptions, wakes them, and refuses checkpoints that don't lie in this log. */
export const openSubscriptions = (log: SubscribableLog): Subscriptions => {
  const running = new Set<RunningSubscription>()
  const listeners = new Set<() => void>()
  const onAppend = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  const subscribe = (request: SubscriptionRequest): SubscribeOutcome => {
    checkTypes(request.types)
    const refusal = request.from === 'start' ? undefined : refuseCheckpoint(log, request.from)
    if (refusal !== undefined) return refusal
    const start = request.from === 'start' ? beforeAll : request.from.position
    const subscription = startSubscription({ readAll: log.readAll, onAppend }, request, start)
    running.add(subscription)
    void subscription.over.then(() => running.delete(subscription))
    return { outcome: 'subscribed', subscription }
  }

  return {
    subscribe,
    wake: () => listeners.forEach((ring) => ring()),
    isEmpty: () => running.size === 0,
    closeAll: async () => {
      await Promise.all([...running].map((subscription) => subscription.close()))
    },
  }
}

/** A reader that went on from such a checkpoint would wait for ever, or silently miss what it never saw. */
const refuseCheckpoint = (log: SubscribableLog, checkpoint: Checkpoint): SubscribeOutcome | undefined => {
  if (checkpoint.log !== log.identity()) return { outcome: 'foreign-log', checkpoint, log: log.identity() }
  const head = log.head()
  return checkpoint.position > head ? { outcome: 'beyond-head', checkpoint, head } : undefined
}
