import {
  type Position,
  type StoredEvent,
  type Subscription,
  type SubscribeOutcome,
} from '#domain/ports/event-log.js'

export interface HandlerCall {
  readonly events: readonly StoredEvent[]
  readonly position: Position
}

export interface Collector {
  readonly handle: (events: readonly StoredEvent[], position: Position) => Promise<void>
  readonly calls: readonly HandlerCall[]
  readonly events: () => readonly StoredEvent[]
  /** The position of the last call, 0 before the first. */
  readonly position: () => Position
  /** Resolves as soon as the condition holds after a handler call: tests wait for facts, not for time. */
  readonly until: (condition: (collector: Collector) => boolean) => Promise<void>
  readonly untilEvents: (count: number) => Promise<void>
  readonly untilPosition: (position: Position) => Promise<void>
}

/** A handler that remembers what it was given; `work` is awaited in each call. */
export const collect = (work: (call: HandlerCall) => Promise<void> = () => Promise.resolve()): Collector => {
  const calls: HandlerCall[] = []
  const waiting: { condition: (collector: Collector) => boolean; resolve: () => void }[] = []
  const until: Collector['until'] = (condition) => {
    if (condition(collector)) return Promise.resolve()
    // A log's own timers keep no process alive: whoever waits for it has to.
    const alive = setInterval(() => undefined, 10_000)
    const settled = new Promise<void>((resolve) => waiting.push({ condition, resolve }))
    return settled.finally(() => {
      clearInterval(alive)
    })
  }
  const collector: Collector = {
    handle: async (events, position) => {
      const call = { events, position }
      calls.push(call)
      await work(call)
      for (const { condition, resolve } of waiting) if (condition(collector)) resolve()
    },
    calls,
    events: () => calls.flatMap((call) => call.events),
    position: () => calls.at(-1)?.position ?? (0 as Position),
    until,
    untilEvents: (count) => until((collector) => collector.events().length >= count),
    untilPosition: (position) => until((collector) => collector.position() >= position),
  }
  return collector
}

export interface HeldCollector extends Collector {
  /** Resolves when the handler is called for the first time. */
  readonly entered: Promise<void>
  readonly release: () => void
}

/** A collector none of whose calls ends before it is released; `afterwards` runs as each ends. */
export const collectHeld = (afterwards: () => void = () => undefined): HeldCollector => {
  const [entered, gate] = [deferred(), deferred()]
  const collector = collect(async () => {
    entered.resolve()
    await gate.promise
    afterwards()
  })
  return { ...collector, entered: entered.promise, release: gate.resolve }
}

/** The subscription of an outcome that must be one. */
export const subscribed = (outcome: SubscribeOutcome): Subscription => {
  if (outcome.outcome !== 'subscribed') throw new Error(`subscribing ended with ${JSON.stringify(outcome)}`)
  return outcome.subscription
}

export interface Deferred {
  readonly promise: Promise<void>
  readonly resolve: () => void
}

export const deferred = (): Deferred => {
  let resolve = (): void => undefined
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
