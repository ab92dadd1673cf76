import { present } from '#domain/kernel/present.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import type { Checkpoint, EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'
import type { Quarantined, ReadStore } from '#domain/ports/read-store.js'
import type { FoldedStates } from './folded-states.js'
import type { FollowerWarning } from './follower-warning.js'
import type { Kinship } from './kinship.js'
import type { ModelBuild, ModelRows } from './model-rows.js'
import type { Noticed } from './run-reactor.js'
import { toldOrganisations } from './told-organisations.js'
import { createTurns } from './turns.js'

/** The position up to which everything is shown, and all that moves it: one thing at a time, all models together. */
export interface Progress {
  readonly checkpoint: () => Checkpoint | undefined
  /** 0 before anything was shown. */
  readonly position: () => Position
  /** Goes on from what the store held. */
  readonly resume: (checkpoint: Checkpoint) => void
  /**
   * Takes a batch of events and commits it. Behind the head, batches are taken together: each organisation is derived once
   * for all that was missed.
   */
  readonly take: (events: readonly StoredEvent[], position: Position, isLive: boolean) => Promise<void>
  /** Derives anew, where it is, who is set aside: this program may be able to read what the one before could not. */
  readonly retryAside: () => Promise<void>
  /** What was taken and is not committed will come again. */
  readonly takeBack: (cause: Error) => Promise<void>
  /** Lets rows serve that were built beside, once they tell of the same position as all others. */
  readonly join: (build: BuildFrom) => Promise<void>
  /** Shows rows that were built as of a checkpoint, instead of all that was shown. */
  readonly replace: (builds: readonly ModelBuild[], checkpoint: Checkpoint) => Promise<void>
}

/** Builds rows as of a position; what is told from then on is derived once more before they join. */
export type BuildFrom = (position: Position) => Promise<readonly ModelBuild[]>

interface ProgressSetup {
  readonly log: EventLog
  readonly store: ReadStore
  readonly states: FoldedStates
  readonly kinship: () => Kinship
  readonly models: readonly ModelRows[]
  readonly warn: (warning: FollowerWarning) => void
  /** Hears of every step forward, once it is shown. */
  readonly advanced: (noticed: Noticed) => void
  readonly signal: AbortSignal
}

/** What was taken from the log and is not committed yet: more than one page only while it catches up. */
interface Pending {
  readonly touched: Set<OrganisationId>
  /** For the reactors; undefined while it catches up: they read what they missed. */
  events?: readonly StoredEvent[]
}

/** Rows that were built beside those that serve; of those touched something was told meanwhile. */
interface Built {
  readonly builds: readonly ModelBuild[]
  readonly touched: ReadonlySet<OrganisationId>
}

/** The same, waiting for a moment at which nothing is pending. */
interface Waiting extends Built {
  readonly resolve: () => void
  readonly reject: (cause: Error) => void
}

export const createProgress = (setup: ProgressSetup): Progress => {
  const { log, store, states, kinship, models, warn, advanced, signal } = setup
  const turns = createTurns()
  /** Of whom something was told since each build that is under way began. */
  const sinceBuilds = new Set<Set<OrganisationId>>()
  let checkpoint: Checkpoint | undefined
  let pending = nothingPending()
  /** The head that was there when it was first seen to be behind. */
  let target: Position | undefined
  let waiting: readonly Waiting[] = []

  const position = (): Position => checkpoint?.position ?? nowhere

  /** Commits what is pending, and lets finished builds serve, at a position up to which every event was taken. */
  const advanceTo = async (to: Checkpoint, joining: readonly Built[] = []): Promise<void> => {
    const { kin } = kinship()
    const derivedBy = (model: ModelRows, ids: ReadonlySet<OrganisationId>): ReadonlySet<OrganisationId> =>
      model.restsOnPredecessors ? kin.withDescendants(ids) : ids
    const joined = joining.flatMap(({ builds, touched }) =>
      builds.map((build) => ({ model: build.model, deriving: build, ids: derivedBy(build.model, touched) })),
    )
    const replaced = new Set(joined.map(({ model }) => model))
    const going = models
      .filter((model) => model.standing() === 'current' && !replaced.has(model))
      .map((model) => ({ model, deriving: model.derive(), ids: derivedBy(model, pending.touched) }))
    const all = [...going, ...joined]
    const ids = new Set(all.flatMap((one) => [...one.ids]))
    for await (const told of toldOrganisations(states, kin, ids, to.position, signal)) {
      for (const one of all) one.deriving.add(told.filter(({ id }) => one.ids.has(id)))
    }
    const changes = all.map(({ deriving }) => deriving.changes())
    await store.commit(
      changes.map(({ stored }) => stored),
      to,
    )
    for (const { show } of changes) show()
    const noticed = present({ after: position(), events: pending.events, position: to.position })
    checkpoint = to
    pending = nothingPending()
    target = undefined
    advanced(noticed)
    tellAside(warn, [
      ...going.map(({ model, ids: derived }) => ({
        model,
        aside: model.aside().filter(({ id }) => derived.has(id)),
      })),
      ...joined.map(({ model }) => ({ model, aside: model.aside() })),
    ])
  }

  const take: Progress['take'] = async (events, reached, isLive) => {
    if (checkpoint === undefined || reached <= position()) return
    kinship().learn(events, reached)
    for (const event of events) {
      const id = organisationOfStream(event.stream)
      if (id === undefined) continue
      states.take(id, event)
      pending.touched.add(id)
      for (const ids of sinceBuilds) ids.add(id)
    }
    if (isLive && target === undefined) pending.events = events
    else {
      target ??= await log.head()
      if (reached < target) return
    }
    const joining = waiting
    waiting = []
    try {
      await advanceTo({ log: checkpoint.log, position: reached }, joining)
    } catch (cause) {
      for (const { reject } of joining) reject(asError(cause))
      throw cause
    }
    for (const { resolve } of joining) resolve()
  }

  /** At once, where the states tell of what is shown and of nothing later; else with what is pending. */
  const joinBuilt = (built: Built): Promise<void> =>
    new Promise((resolve, reject) => {
      void turns.run(async () => {
        if (pending.touched.size > 0) waiting = [...waiting, { ...built, resolve, reject }]
        else if (checkpoint === undefined) reject(new Error('there is nothing to join'))
        else await advanceTo(checkpoint, [built]).then(resolve, reject)
      })
    })

  return {
    checkpoint: () => checkpoint,
    position,
    resume: (held) => {
      checkpoint = held
    },
    take: (...batch) => turns.run(() => take(...batch)),
    retryAside: () =>
      turns.run(async () => {
        if (checkpoint === undefined) return
        for (const model of models) {
          if (model.standing() === 'current') for (const { id } of model.aside()) pending.touched.add(id)
        }
        if (pending.touched.size > 0) await advanceTo(checkpoint)
      }),
    takeBack: (cause) =>
      turns.run(() => {
        states.forget(pending.touched)
        for (const { reject } of waiting) reject(cause)
        waiting = []
        pending = nothingPending()
        target = undefined
        return Promise.resolve()
      }),
    join: async (build) => {
      const since = new Set<OrganisationId>()
      try {
        const from = await turns.run(() => {
          for (const id of pending.touched) since.add(id)
          sinceBuilds.add(since)
          return Promise.resolve(position())
        })
        await joinBuilt({ builds: await build(from), touched: since })
      } finally {
        sinceBuilds.delete(since)
      }
    },
    replace: (builds, to) => turns.run(() => advanceTo(to, [{ builds, touched: new Set() }])),
  }
}

const nowhere = 0 as Position // before the first event of every log

const nothingPending = (): Pending => ({ touched: new Set() })

const asError = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error(String(cause), { cause })

/** Once an organisation and reason, with the models that leave it out. */
const tellAside = (
  warn: (warning: FollowerWarning) => void,
  derived: readonly { readonly model: ModelRows; readonly aside: readonly Quarantined[] }[],
): void => {
  const told = new Map<string, { readonly one: Quarantined; readonly by: string[] }>()
  for (const { model, aside } of derived) {
    for (const one of aside) {
      const known = told.get(`${one.id} ${one.reason}`)
      if (known === undefined) told.set(`${one.id} ${one.reason}`, { one, by: [model.name] })
      else known.by.push(model.name)
    }
  }
  for (const { one, by } of told.values())
    warn({ warning: 'quarantined', models: by, organisation: one.id, reason: one.reason })
}

/** `position` is how far the reader was; `closed`: it will get no further. */
export interface WaitOutcome {
  readonly outcome: 'reached' | 'timed-out' | 'closed'
  readonly position: Position
}

/** Those who want a position to have been seen before they read. */
export interface PositionWaiters {
  /** `timeout` in milliseconds. A position that was reached is answered at once. */
  readonly wait: (position: Position, timeout: number) => Promise<WaitOutcome>
  /** To be called whenever the reader may have got further. */
  readonly wake: () => void
  readonly close: () => void
}

interface Waiter {
  readonly position: Position
  readonly settle: (outcome: WaitOutcome['outcome']) => void
}

export const createPositionWaiters = (reached: () => Position): PositionWaiters => {
  const waiting = new Set<Waiter>()
  let closed = false

  const wait: PositionWaiters['wait'] = (position, timeout) => {
    if (reached() >= position) return Promise.resolve({ outcome: 'reached', position: reached() })
    if (closed) return Promise.resolve({ outcome: 'closed', position: reached() })
    return new Promise((resolve) => {
      const settle: Waiter['settle'] = (outcome) => {
        clearTimeout(timer)
        waiting.delete(waiter)
        resolve({ outcome, position: reached() })
      }
      const waiter = { position, settle }
      const timer = setTimeout(settle, timeout, 'timed-out')
      waiting.add(waiter)
    })
  }

  return {
    wait,
    wake: () => {
      for (const { position, settle } of waiting) if (reached() >= position) settle('reached')
    },
    close: () => {
      closed = true
      for (const { settle } of waiting) settle('closed')
    },
  }
}
