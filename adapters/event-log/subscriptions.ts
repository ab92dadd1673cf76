import type {
  Checkpoint,
  LogId,
  Position,
  SubscribeOutcome,
  SubscriptionRequest,
  AllPage,
  AllSlice,
  Subscription,
  SubscriptionState,
} from '#domain/ports/event-log.js'
import { beforeAll, checkTypes } from './coordinates.js'

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

/** What a subscription needs of an engine: pages, and a call whenever something may have been appended. */
export interface SubscriptionSource {
  readonly readAll: (slice: AllSlice) => Promise<AllPage>
  /** Returns the function that takes the listener away again. */
  readonly onAppend: (listener: () => void) => () => void
  /**
   * Resolves when a read that failed so may be tried again, at once when the signal says so; undefined for a failure
   * that ends the subscription. An engine in the same process has none of the first kind.
   */
  readonly waitOut?: (failure: unknown, attempt: number, signal: AbortSignal) => Promise<void> | undefined
}

export interface RunningSubscription extends Subscription {
  /** Settles once the subscription is over, however it ended; never rejects. */
  readonly over: Promise<void>
}

const pageSize = 256

/**
 * Delivers what lies behind `start`, page by page, then waits for appends and delivers those. Reading is the only
 * source of events, before and after the head is reached, so there is no seam at which one could be lost or come
 * twice. It is `live` from the first time that it reaches the head; `position` tells how far it is.
 *
 * The first handler call comes after the caller has the subscription in hand.
 */
export const startSubscription = (
  source: SubscriptionSource,
  request: SubscriptionRequest,
  start: Position,
): RunningSubscription => {
  const bell = createBell()
  const stopListening = source.onAppend(bell.ring)
  const closing = new AbortController()
  const isClosing = (): boolean => closing.signal.aborted
  let state: SubscriptionState = { state: 'catching-up', position: start }
  let wasLive = false

  const enter = (next: SubscriptionState): void => {
    const changed = next.state !== state.state
    state = next
    if (changed) request.onState?.(next)
  }

  /** A page, however often the log could not be read meanwhile; undefined when the subscription is closed. */
  const nextPage = async (): Promise<AllPage | undefined> => {
    for (let attempt = 1; !isClosing(); attempt += 1) {
      try {
        return await source.readAll(sliceAfter(state.position, request.types))
      } catch (failure) {
        const passed = source.waitOut?.(failure, attempt, closing.signal)
        if (passed === undefined) throw failure
        enter({ state: 'dropped', position: state.position, error: asError(failure) })
        await passed
      }
    }
    return undefined
  }

  const deliver = async (page: AllPage): Promise<void> => {
    if (page.position <= state.position) return
    await request.handle(page.events, page.position)
    state = { ...state, position: page.position }
  }

  const run = async (): Promise<void> => {
    await nextTurn()
    request.onState?.(state)
    while (!isClosing()) {
      bell.mute()
      const page = await nextPage()
      if (page === undefined || isClosing()) return
      if (!page.atHead) enter({ state: wasLive ? 'lagging' : 'catching-up', position: state.position })
      await deliver(page)
      if (isClosing()) return
      if (page.atHead) {
        wasLive = true
        enter({ state: 'live', position: state.position })
        await bell.heard()
      }
      await nextTurn()
    }
  }

  const conclude = async (): Promise<Error | undefined> => {
    const failure = await run().then(() => undefined, asError)
    stopListening()
    const { position } = state
    try {
      enter(
        failure === undefined
          ? { state: 'stopped', position }
          : { state: 'failed', position, error: failure },
      )
      return failure
    } catch (cause) {
      const error =
        failure === undefined ? asError(cause) : new AggregateError([failure, cause], failure.message)
      state = { state: 'failed', position, error }
      return error
    }
  }

  // `ended` stays without a handler of ours: a failure that nobody listens to must reach the process.
  const conclusion = conclude()
  const ended = conclusion.then((failure) => {
    if (failure !== undefined) throw failure
  })
  const over = conclusion.then(() => undefined)

  const close = async (): Promise<void> => {
    closing.abort()
    bell.ring()
    await over
  }

  return { state: () => state, close, ended, over }
}

const sliceAfter = (after: Position, types: readonly string[] | undefined): AllSlice =>
  types === undefined ? { after, limit: pageSize } : { after, limit: pageSize, types }

/** Lets sockets and timers have their turn between two pages: promises alone would starve them. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

interface Bell {
  readonly ring: () => void
  /** Forgets what was rung so far. */
  readonly mute: () => void
  /** Resolves at once when it has rung since it was muted, else at the next ring. */
  readonly heard: () => Promise<void>
}

/** A bell that remembers: what is appended between a read and the wait behind it is not missed. */
const createBell = (): Bell => {
  let rung = false
  let wake: (() => void) | undefined
  const ring = (): void => {
    rung = true
    wake?.()
    wake = undefined
  }
  const mute = (): void => {
    rung = false
  }
  const heard = (): Promise<void> =>
    rung
      ? Promise.resolve()
      : new Promise((resolve) => {
          wake = resolve
        })
  return { ring, mute, heard }
}

const asError = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error(`the subscription failed with ${String(cause)}`, { cause })
