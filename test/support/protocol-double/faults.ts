import type { Endpoint } from './call-errors.js'

/**
 * What befalls one append. `cut` and `unanswered`: nothing is stored, and the call breaks, or stays without an answer.
 * `stored-…`: it is stored all the same, but the answer is lost (`unanswered`), the call breaks (`cut`), or the server
 * says that it took too long (`timed-out`). `killed-…`: the server dies and is back at once on the same log and port,
 * with the append stored or not. The others are refusals of the server's own; nothing is stored.
 */
export type AppendFault =
  | 'none'
  | 'cut'
  | 'unanswered'
  | 'stored-cut'
  | 'stored-unanswered'
  | 'stored-timed-out'
  | 'killed-before'
  | 'killed-after'
  | 'not-leader'
  | 'not-ready'
  | 'busy'

/** What befalls one read or subscription: the call breaks, at once or behind its first message, or nothing comes. */
export type ReadFault = 'none' | 'cut' | 'cut-midway' | 'unanswered'

/** What can be made to go wrong. Everything holds until it is taken back, but for what names its number of times. */
export interface Faults {
  /** What befalls the next appends, in the order that they come; behind these, nothing does. */
  readonly nextAppends: (...faults: readonly AppendFault[]) => void
  readonly nextReads: (...faults: readonly ReadFault[]) => void
  /** Takes every call and answers none, like a process that was stopped; `speak` lets it go on where it was. */
  readonly beSilent: () => void
  readonly speak: () => void
  /** Makes the question for supported methods fail. Once is enough to poison a client. */
  readonly failCapability: (times?: number) => void
  /** As for a user without the right to read `$all`. */
  readonly denyAll: (denied?: boolean) => void
  /** Milliseconds before each append is answered and each page of a read is sent. */
  readonly slow: (milliseconds: number) => void
  /** Sends no subscription anything more, and answers all else; `deliver` lets them go on where they were. */
  readonly holdSubscriptions: () => void
  readonly deliver: () => void
  /** How far the server's clock is ahead of the client's, in milliseconds. */
  readonly skewClock: (milliseconds: number) => void
  /** Who is named by `not-leader`: the double itself unless told otherwise. */
  readonly nameLeader: (leader: Endpoint) => void
  /** Ends every subscription that is open, as a server does when it drops one. */
  readonly dropSubscriptions: () => void
}

/** What the services ask before they do their work. */
export interface FaultState {
  readonly nextAppend: () => AppendFault
  readonly nextRead: () => ReadFault
  readonly capabilityFails: () => boolean
  readonly isAllDenied: () => boolean
  /** The server's clock: milliseconds since 1970. */
  readonly now: () => number
  readonly leader: () => Endpoint | undefined
  /** Resolves once the server speaks. */
  readonly whenSpeaking: () => Promise<void>
  /** Resolves when the server has taken its time. */
  readonly whenSlow: () => Promise<void>
  /** Resolves once subscriptions are sent what there is. */
  readonly whenDelivering: () => Promise<void>
  /** Calls back when the subscriptions are dropped; returns the function that takes the listener away again. */
  readonly onDrop: (listener: () => void) => () => void
}

export const createFaults = (): { readonly faults: Faults; readonly state: FaultState } => {
  const appends: AppendFault[] = []
  const reads: ReadFault[] = []
  const drops = new Set<() => void>()
  const [silence, hold] = [createPause(), createPause()]
  let [capability, denied, delay, skew] = [0, false, 0, 0]
  let leader: Endpoint | undefined
  const faults: Faults = {
    nextAppends: (...more) => void appends.push(...more),
    nextReads: (...more) => void reads.push(...more),
    beSilent: silence.begin,
    speak: silence.end,
    holdSubscriptions: hold.begin,
    deliver: hold.end,
    failCapability: (times = 1) => void (capability = times),
    denyAll: (deny = true) => void (denied = deny),
    slow: (milliseconds) => void (delay = milliseconds),
    skewClock: (milliseconds) => void (skew = milliseconds),
    nameLeader: (endpoint) => void (leader = endpoint),
    dropSubscriptions: () => {
      for (const drop of [...drops]) drop()
    },
  }
  const state: FaultState = {
    nextAppend: () => appends.shift() ?? 'none',
    nextRead: () => reads.shift() ?? 'none',
    capabilityFails: () => capability > 0 && capability-- > 0,
    isAllDenied: () => denied,
    now: () => Date.now() + skew,
    leader: () => leader,
    whenSpeaking: silence.over,
    whenDelivering: hold.over,
    whenSlow: () => (delay === 0 ? Promise.resolve() : passed(delay)),
    onDrop: (listener) => {
      drops.add(listener)
      return () => void drops.delete(listener)
    },
  }
  return { faults, state }
}

const passed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Begun, ended, and waited out. */
const createPause = () => {
  let over = Promise.resolve()
  let speak: (() => void) | undefined
  return {
    begin: () => {
      if (speak !== undefined) return
      over = new Promise((resolve) => {
        speak = resolve
      })
    },
    end: () => {
      speak?.()
      speak = undefined
    },
    over: () => over,
  }
}
