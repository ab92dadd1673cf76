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

/** The subscriptions that run on one open log. */
export interface RunningSubscriptions {
  /** Begins behind a position that was seen to lie in the log. */
  readonly begin: (request: SubscriptionRequest, start: Position) => SubscribeOutcome
  /** To be called whenever something may have been appended. */
  readonly wake: () => void
  readonly isEmpty: () => boolean
  /** Resolves once every running handler has ended. */
  readonly closeAll: () => Promise<void>
}

export interface Subscriptions extends RunningSubscriptions {
  /** @throws EventLogFault `invalid-read` for an empty choice of types. */
  readonly subscribe: (request: SubscriptionRequest) => SubscribeOutcome
}

/** The same for an engine that answers at once: it refuses checkpoints that don't lie in this log. */
export const openSubscriptions = (log: SubscribableLog): Subscriptions => {
  const running = runSubscriptions(log)
  const subscribe = (request: SubscriptionRequest): SubscribeOutcome => {
    checkTypes(request.types)
    const refusal =
      request.from === 'start' ? undefined : refuseCheckpoint(log.identity(), log.head(), request.from)
    return refusal ?? running.begin(request, request.from === 'start' ? beforeAll : request.from.position)
  }
  return { ...running, subscribe }
}

/** Keeps track of subscriptions and wakes them. */
export const runSubscriptions = (
  source: Pick<SubscriptionSource, 'readAll' | 'waitOut'>,
): RunningSubscriptions => {
  const running = new Set<RunningSubscription>()
  const listeners = new Set<() => void>()
  const onAppend = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  const begin = (request: SubscriptionRequest, start: Position): SubscribeOutcome => {
    const subscription = startSubscription({ ...source, onAppend }, request, start)
    running.add(subscription)
    void subscription.over.then(() => running.delete(subscription))
    return { outcome: 'subscribed', subscription }
  }

  return {
    begin,
    wake: () => listeners.forEach((ring) => ring()),
    isEmpty: () => running.size === 0,
    closeAll: async () => {
      await Promise.all([...running].map((subscription) => subscription.close()))
    },
  }
}

/** A reader that went on from such a checkpoint would wait for ever, or silently miss what it never saw. */
export const refuseCheckpoint = (
  log: LogId,
  head: Position,
  checkpoint: Checkpoint,
): SubscribeOutcome | undefined => {
  if (checkpoint.log !== log) return { outcome: 'foreign-log', checkpoint, log }
  return checkpoint.position > head ? { outcome: 'beyond-head', checkpoint, head } : undefined
}
