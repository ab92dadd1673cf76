import { setTimeout } from 'node:timers/promises'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, EventLog, Position, Subscription } from '#domain/ports/event-log.js'
import type { Reactor } from '#domain/ports/reactor.js'
import type { Quarantined, ReadStore } from '#domain/ports/read-store.js'
import type { KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'
import { createBuilding } from './building.js'
import { createFoldedStates, type FoldedStates, type OrganisationAtRevision } from './folded-states.js'
import type { FollowerWarning } from './follower-warning.js'
import { createKinship, noKinship } from './kinship.js'
import { loadServing } from './load-serving.js'
import { createModelRows, type ModelRows } from './model-rows.js'
import { createStateTelling, positionOf, type ModelState } from './model-state.js'
import { createPositionWaiters, type PositionWaiters, type WaitOutcome, createProgress } from './progress.js'
import { runReactor, type RunningReactor } from './run-reactor.js'

export interface FollowerSetup {
  readonly log: EventLog
  readonly store: ReadStore
  readonly warn: (warning: FollowerWarning) => void
  /** Waits before attempt 2, 3… after a failure, less when the signal says so. Default: 1 s, doubled up to a minute. */
  readonly pause?: (attempt: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds for which what was appended may stay unread before the reader counts as behind. Default: 5,000. */
  readonly tolerance?: number
  /** How many events, folded, are kept in memory: about a kilobyte each. Default: 200,000. */
  readonly capacity?: number
}

/** One read model, as it is read. */
export interface KeptView<View> {
  /** What can be read now; a value, which later events do not change. */
  readonly view: () => View
  readonly state: () => Promise<ModelState>
  /** The organisations that the view leaves out, or tells of as they were, and why. */
  readonly aside: () => readonly Quarantined[]
  /** Resolves once the view tells everything up to `position`, or after `timeout` milliseconds. */
  readonly waitFor: (position: Position, timeout: number) => Promise<WaitOutcome>
  /**
   * Builds all rows anew, by the latest model, beside those that serve, and switches: no view is ever made of both.
   * Rejects when it could not; what served goes on.
   */
  readonly rebuild: () => Promise<void>
}

export interface Follower {
  /**
   * Keeps a model's rows; before the start only.
   *
   * @param latest what the next build derives rows by, where that depends on more than the program: a model of maturity,
   * say. Default: the model itself
   */
  readonly keep: <Row extends OrganisationRow, View>(
    model: KeptModel<Row, View>,
    latest?: () => KeptModel<Row, View>,
  ) => KeptView<View>
  /** Takes over what the store has, so that it serves at once, then follows the log. */
  readonly start: () => Promise<void>
  /** Hands events to a reactor, from where it left off; once started only. */
  readonly react: (reactor: Reactor) => Promise<RunningReactor>
  /**
   * What an organisation's events fold to, where that is kept: a baseline, which the stream may have outgrown by a moment,
   * and an answer when the log is away. Undefined where it would have to be read.
   */
  readonly organisation: (id: OrganisationId) => OrganisationAtRevision | undefined
  /** Whether it was asked to close. */
  readonly isEnding: () => boolean
  /** How much of that is kept, and how many events were folded since the start. */
  readonly folded: FoldedStates['counts']
  /** Resolves when nothing runs any more; the log and the store stay open. */
  readonly close: () => Promise<void>
}

/**
 * Follows the log once for all read models: folds each event into the state of its organisation, derives the rows of all
 * models from these states, commits them with one checkpoint in one transaction, and moves all views to it together.
 */
export const createFollower = (setup: FollowerSetup): Follower => {
  const { log, store, warn, pause = doublingPause, tolerance = 5_000, capacity = 200_000 } = setup
  const ending = new AbortController()
  const { signal } = ending
  const isEnding = (): boolean => signal.aborted
  const states = createFoldedStates(log, capacity)
  const models: ModelRows[] = []
  const waiters: PositionWaiters[] = []
  const reactors: RunningReactor[] = []
  let kinship = noKinship
  let subscription: Subscription | undefined
  let failure: Error | undefined
  let attempt = 1
  let life: Promise<void> | undefined

  const shared = { log, store, states, models, warn, signal, kinship: () => kinship }
  const progress = createProgress({
    ...shared,
    advanced: (noticed) => {
      failure = undefined
      attempt = 1
      for (const one of waiters) one.wake()
      if (noticed.position > noticed.after) for (const reactor of reactors) reactor.notice(noticed)
    },
  })
  const building = createBuilding({ ...shared, capacity, progress, pause })
  const stateOf = createStateTelling({
    log,
    progress,
    building,
    tolerance,
    subscription: () => subscription,
    failure: () => failure,
  })

  const follow = async (from: Checkpoint): Promise<void> => {
    const followed = await log.subscribe({
      from,
      handle: (events, position) => progress.take(events, position, subscription?.state().state === 'live'),
    })
    if (followed.outcome !== 'subscribed') {
      const { outcome: warning, ...where } = followed
      warn({ warning, ...where } as FollowerWarning) // the same three, with the same fields
      if (kinship !== noKinship) kinship = createKinship(log)
      for (const reactor of reactors) reactor.startOver()
      return building.all()
    }
    subscription = followed.subscription
    if (isEnding()) await subscription.close()
    await subscription.ended
    if (!isEnding()) throw new Error('the log ended the subscription')
  }

  const run = async (): Promise<void> => {
    await building.first()
    building.missing()
    await kinship.upTo(progress.position(), signal)
    await progress.retryAside()
    const from = progress.checkpoint()
    if (from !== undefined) await follow(from)
  }

  const live = async (): Promise<void> => {
    while (!isEnding()) {
      try {
        await run()
      } catch (cause) {
        if (isEnding()) return
        failure = cause instanceof Error ? cause : new Error(String(cause), { cause })
        await progress.takeBack(failure)
        warn({ warning: 'failed', error: failure })
        attempt += 1
        await pause(attempt, signal)
      }
    }
  }

  return {
    keep: (model, latest = () => model) => {
      const rows = createModelRows(store, model, latest)
      const waiting = createPositionWaiters(() => positionOf(rows, progress))
      models.push(rows)
      waiters.push(waiting)
      if (rows.restsOnPredecessors && kinship === noKinship) kinship = createKinship(log)
      return {
        view: rows.view,
        state: () => stateOf(rows),
        aside: rows.aside,
        waitFor: waiting.wait,
        rebuild: () => building.anew(rows),
      }
    },
    start: async () => {
      const held = await loadServing({ log, store, warn }, models)
      if (held !== undefined) progress.resume(held)
      life = live()
    },
    react: async (reactor) => {
      const running = await runReactor({ log, store, reactor, warn, pause })
      reactors.push(running)
      return running
    },
    organisation: states.kept,
    isEnding,
    folded: states.counts,
    close: async () => {
      for (const reactor of reactors) await reactor.close() // they may wait for what is about to be shown
      ending.abort()
      await subscription?.close()
      await life
      await building.ended()
      for (const one of waiters) one.close()
    },
  }
}

const doublingPause = (attempt: number, signal: AbortSignal): Promise<void> =>
  setTimeout(Math.min(60_000, 500 * 2 ** (attempt - 1)), undefined, { signal, ref: false }).catch(
    () => undefined, // woken by the end
  )
