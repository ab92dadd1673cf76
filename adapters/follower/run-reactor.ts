import { present } from '#domain/kernel/present.js'
import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'
import type { Happened, Reactor } from '#domain/ports/reactor.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import type { FollowerWarning } from './follower-warning.js'

export interface RunningReactor {
  /** Hands over what was committed behind one position and up to another. */
  readonly notice: (noticed: Noticed) => void
  /** Resolves once it has done all that it knows of, or has failed at it. */
  readonly caughtUp: () => Promise<void>
  readonly startOver: () => void
  readonly state: () => ReactorState
  readonly close: () => Promise<void>
}

export interface Noticed {
  readonly after: Position
  /** Undefined where they were too many to be held: they are read from the log. */
  readonly events?: readonly StoredEvent[]
  readonly position: Position
}

export interface ReactorState {
  readonly name: string
  /** Everything up to here was handed over. */
  readonly position: Position
  /** What it met last, until it gets past it. */
  readonly error?: Error
}

interface ReactorSetup {
  readonly log: EventLog
  readonly store: ReadStore
  readonly reactor: Reactor
  readonly warn: (warning: FollowerWarning) => void
  readonly pause: (attempt: number, signal: AbortSignal) => Promise<void>
}

const pageSize = 500
/** What waits in memory for a reactor that is slow; behind more than that it reads the log. */
const mostWaiting = 1000

/**
 * Runs beside the rows, never before them: what is committed is handed over as it comes, what was missed is read from the
 * log. Where it goes on after a start is kept once it has done something.
 */
export const runReactor = async ({
  log,
  store,
  reactor,
  warn,
  pause,
}: ReactorSetup): Promise<RunningReactor> => {
  const ending = new AbortController()
  const { signal } = ending
  const isEnding = (): boolean => signal.aborted
  const identity = await log.identity()
  let at = await beginningOf(reactor, store, log)
  let [done, saved] = [at, at]
  /** As far as it is to go; undefined until it begins: then it is all that the log has. */
  let target: Position | undefined
  let noticedUpTo = nowhere
  /** Whether it has been idle once. */
  let begun = false
  /** How often it was told to start over. */
  let round = 0
  let waiting: readonly Noticed[] = []
  let failure: Error | undefined
  let ring: (() => void) | undefined
  let listeners: readonly (() => void)[] = []

  const isIdle = (): boolean => target !== undefined && at >= target

  /** What comes next: as it was handed over, or from the log. */
  const next = async (through: Position): Promise<Happened> => {
    waiting = waiting.filter(({ position }) => position > at)
    const [first, ...others] = waiting
    if (first?.events !== undefined && first.after <= at) {
      waiting = others
      return { events: first.events, position: first.position, isAll: first.position >= through }
    }
    waiting = []
    const page = await log.readAll({ after: at, limit: pageSize, types: reactor.types })
    const position = page.atHead && page.position < through ? through : page.position
    return { events: page.events, position, isAll: position >= through }
  }

  const step = async (): Promise<void> => {
    const inRound = round
    target ??= later(await log.head(), noticedUpTo)
    const happened = await next(target)
    const reached = await reactor.react(happened)
    if (inRound !== round) return // meanwhile it was told to start over
    at = happened.position
    done = reached ?? done
    target = later(target, at)
    failure = undefined
    if (happened.events.length > 0) await save()
  }

  const save = async (): Promise<void> => {
    if (reactor.from === 'start' || done === saved) return
    await store.reach(reactor.name, { log: identity, position: done })
    saved = done
  }

  const caughtUp = (): Promise<void> =>
    new Promise((resolve) => {
      if (isIdle() || failure !== undefined || isEnding()) resolve()
      else listeners = [...listeners, resolve]
    })

  const settle = (): void => {
    for (const resolve of listeners) resolve()
    listeners = []
  }

  const live = async (): Promise<void> => {
    for (let attempt = 1; !isEnding();) {
      if (isIdle()) {
        begun = true
        settle()
        await new Promise<void>((resolve) => (ring = resolve))
        continue
      }
      try {
        await step()
        attempt = 1
      } catch (cause) {
        if (isEnding()) return
        failure = cause instanceof Error ? cause : new Error(String(cause), { cause })
        warn({ warning: 'reactor-failed', reactor: reactor.name, error: failure })
        settle()
        attempt += 1
        await pause(attempt, signal)
      }
    }
  }

  const life = live()

  return {
    notice: ({ events, ...noticed }) => {
      noticedUpTo = later(noticedUpTo, noticed.position)
      if (target === undefined) return // it is about to read all that there is
      const taken = events?.filter(({ type }) => reactor.types.includes(type))
      const behind = waiting.reduce((sum, one) => sum + (one.events?.length ?? 0), taken?.length ?? 0)
      waiting = behind > mostWaiting ? [] : [...waiting, present({ ...noticed, events: taken })]
      target = later(target, noticed.position)
      ring?.()
    },
    caughtUp,
    startOver: () => {
      round += 1
      waiting = []
      target = undefined
      at = done = noticedUpTo = nowhere
      reactor.startOver?.()
      ring?.()
    },
    state: () => ({ name: reactor.name, position: at, ...(failure === undefined ? {} : { error: failure }) }),
    close: async () => {
      if (!begun) await caughtUp() // what it does at a start is done even where the program ends at once
      ending.abort()
      ring?.()
      settle()
      await life
      await reactor.close?.()
      await save().catch(() => undefined) // then a little is handed over once more
    },
  }
}

const nowhere = 0 as Position // before the first event of every log

const later = (one: Position, other: Position): Position => (one > other ? one : other)

/** Behind what it did in this log; at the start where that lies beyond its end, since an older copy was restored. */
const beginningOf = async (reactor: Reactor, store: ReadStore, log: EventLog): Promise<Position> => {
  const reached = reactor.from === 'start' ? undefined : await store.reached(reactor.name)
  const isOfThis = reached?.log === (await log.identity()) && reached.position <= (await log.head())
  return isOfThis ? reached.position : nowhere
}
