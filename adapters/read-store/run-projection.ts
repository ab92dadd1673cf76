import { setTimeout } from 'node:timers/promises'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, EventLog, Position, Subscription } from '#domain/ports/event-log.js'
import type { Quarantined, ReadStore } from '#domain/ports/read-store.js'
import type { OrganisationRow, Projection } from '#projections/kept/projection.js'
import { buildBeside, switchTo } from './build-beside.js'
import { deriveRows } from './derive-rows.js'
import { followLog, type Advance } from './follow-log.js'
import { createKinship, noKinship } from './kinship.js'
import { createPositionWaiters, type WaitOutcome } from './position-waiters.js'
import type { ProjectionWarning } from './projection-warning.js'
import { commitRows, loadServingRows, type ServingRows } from './serving-rows.js'
import { createTurns } from './turns.js'

export interface ProjectionSetup<Row extends OrganisationRow, View> {
  readonly log: EventLog
  readonly store: ReadStore
  readonly projection: Projection<Row, View>
  /** What the next build derives rows by, where that depends on more than the program: a model, say. Default: `projection`. */
  readonly latest?: () => Projection<Row, View>
  readonly warn: (warning: ProjectionWarning) => void
  /** Waits before attempt 2, 3… after a failure, less when the signal says so. Default: 1 s, doubled up to a minute. */
  readonly pause?: (attempt: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds for which what was appended may stay unread before the reader counts as behind. Default: 5,000. */
  readonly tolerance?: number
}

/** Lag and positions are the log's own: they grow, and count nothing. */
export interface ProjectionState {
  readonly name: string
  /** That of the code; while other rows serve, another version's for instance, the state is `rebuilding`. */
  readonly version: number
  /** Everything up to here can be read. 0 before the first build was finished. */
  readonly position: Position
  /** As far as it is known: that of the reader itself while the log can't be asked. */
  readonly head: Position
  readonly lag: number
  /**
   * `live` also while it is a moment behind; `catching-up` once that lasts. `failed`: it tries again by itself, and what
   * was committed goes on serving.
   */
  readonly state: 'live' | 'catching-up' | 'rebuilding' | 'failed'
  readonly error?: Error
  readonly quarantined: readonly Quarantined[]
}

export interface RunningProjection<View> {
  /** What can be read now; a value, which later events do not change. */
  readonly view: () => View
  readonly state: () => Promise<ProjectionState>
  /** The organisations that the view leaves out, or tells of as they were. */
  readonly aside: () => readonly OrganisationId[]
  /** Resolves once the view tells everything up to `position`, or after `timeout` milliseconds. */
  readonly waitFor: (position: Position, timeout: number) => Promise<WaitOutcome>
  /**
   * Builds all rows anew, by the latest projection, beside those that serve, and switches: no view is ever made of both.
   * Rejects when it could not; what served goes on.
   */
  readonly rebuild: () => Promise<void>
  /** Resolves when nothing runs any more; the log and the store stay open. */
  readonly close: () => Promise<void>
}

/**
 * Keeps a projection's rows up to date with the log. What the store has is served at once; rows of another version,
 * of another log or from beyond this log's end are built anew.
 */
export const runProjection = async <Row extends OrganisationRow, View>(
  setup: ProjectionSetup<Row, View>,
): Promise<RunningProjection<View>> => {
  const {
    log,
    store,
    warn,
    pause = doublingPause,
    tolerance = 5_000,
    latest = () => setup.projection,
  } = setup
  const { name, version } = setup.projection
  const kinship = setup.projection.restsOnPredecessors === true ? createKinship(log) : noKinship
  const ending = new AbortController()
  const { signal } = ending
  const isEnding = (): boolean => signal.aborted
  const [builds, commits] = [createTurns(), createTurns()]
  const nothing = setup.projection.viewOf([])
  let projection = setup.projection
  let serving = await loadTrusted(setup)
  let subscription: Subscription | undefined
  let building = false
  let failure: Error | undefined
  let attempt = 1

  const position = (): Position => serving?.checkpoint.position ?? nowhere
  const waiters = createPositionWaiters(position)

  const show = (next: ServingRows<View>, quarantined: Iterable<Quarantined>): void => {
    serving = next
    failure = undefined
    attempt = 1
    waiters.wake()
    for (const { id, reason } of quarantined)
      warn({ warning: 'quarantined', projection: name, organisation: id, reason })
  }

  const advance: Advance = (touched, to) =>
    commits.run(async () => {
      if (serving === undefined || to < position()) return // a rebuild was faster
      const kin = await kinship.upTo(to, signal)
      const derived = await deriveRows(log, projection, kin.withDescendants(touched), to, signal, kin)
      const checkpoint = { log: serving.checkpoint.log, position: to }
      show(await commitRows(store, projection, serving, derived, checkpoint), derived.quarantined)
    })

  /** `keeping`: up to where what serves has to be kept. */
  const rebuildKeeping = (keeping: () => Position): Promise<void> =>
    builds.run(async () => {
      signal.throwIfAborted()
      building = true
      try {
        const build = { ...setup, projection: latest(), kinship, signal }
        const built = await buildBeside(build)
        await commits.run(async () => {
          const next = await switchTo(build, built, keeping(), await log.identity())
          projection = build.projection
          show(next, next.quarantined.values())
        })
      } finally {
        building = false
      }
    })

  const rebuild = (): Promise<void> => rebuildKeeping(position)

  const follow = async (from: Checkpoint): Promise<void> => {
    const followed = await followLog(log, from, advance)
    if (followed.outcome !== 'subscribed') {
      const { outcome: warning, ...where } = followed
      warn({ warning, projection: name, ...where } as ProjectionWarning) // the same three, with the same fields
      return rebuildKeeping(() => nowhere)
    }
    subscription = followed.subscription
    if (signal.aborted) await subscription.close()
    await subscription.ended
    if (!signal.aborted) throw new Error('the log ended the subscription')
  }

  const run = async (): Promise<void> => {
    if (serving?.version !== version || latest().isCurrent?.(serving.view) === false) await rebuild()
    else if (serving.quarantined.size > 0) await advance(new Set(serving.quarantined.keys()), position())
    if (serving !== undefined) await follow(serving.checkpoint)
  }

  const live = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await run()
      } catch (cause) {
        if (isEnding()) return
        failure = cause instanceof Error ? cause : new Error(String(cause), { cause })
        warn({ warning: 'failed', projection: name, error: failure })
        attempt += 1
        await pause(attempt, signal)
      }
    }
  }

  /** The head that was there when it was first seen to be behind, and when that was. */
  let owed: { readonly head: Position; readonly since: number } | undefined
  const isLate = (head: Position): boolean => {
    if (owed !== undefined && position() >= owed.head) owed = undefined
    if (position() >= head) return false
    owed ??= { head, since: performance.now() }
    return performance.now() - owed.since > tolerance
  }

  const stateAt = (head: Position): ProjectionState['state'] => {
    // The first build has nothing that serves meanwhile.
    if (building) return serving === undefined ? 'catching-up' : 'rebuilding'
    const following = subscription?.state().state
    if (following === 'live') return isLate(head) ? 'catching-up' : 'live'
    if (following === 'dropped') return 'failed'
    if (failure !== undefined) return 'failed'
    return serving !== undefined && position() >= head ? 'live' : 'catching-up'
  }

  const life = live()

  return {
    view: () => serving?.view ?? nothing,
    state: async () => {
      const condition = await log.condition()
      const head = condition.usable ? condition.head : position()
      const followed = subscription?.state()
      const error = failure ?? (followed?.state === 'dropped' ? followed.error : undefined)
      return {
        name,
        version,
        position: position(),
        head,
        lag: Math.max(0, head - position()),
        state: stateAt(head),
        ...(error === undefined ? {} : { error }),
        quarantined: [...(serving?.quarantined.values() ?? [])],
      }
    },
    aside: () => [...(serving?.quarantined.keys() ?? [])],
    waitFor: waiters.wait,
    rebuild,
    close: async () => {
      ending.abort()
      await subscription?.close()
      await life
      await builds.run(() => Promise.resolve())
      waiters.close()
    },
  }
}

const nowhere = 0 as Position // before the first event of every log

/** What the store has, unless it tells of something else than this log. */
const loadTrusted = async <Row extends OrganisationRow, View>({
  log,
  store,
  projection,
  warn,
}: ProjectionSetup<Row, View>): Promise<ServingRows<View> | undefined> => {
  const stored = await store.serving(projection.name)
  if (stored === undefined) return undefined
  const { checkpoint, version } = stored
  const [identity, head] = [await log.identity(), await log.head()]
  if (checkpoint.log !== identity) {
    warn({ warning: 'foreign-log', projection: projection.name, checkpoint, log: identity })
    return undefined
  }
  if (checkpoint.position > head) {
    warn({ warning: 'beyond-head', projection: projection.name, checkpoint, head })
    return undefined
  }
  if (version !== projection.version) {
    warn({
      warning: 'other-version',
      projection: projection.name,
      stored: version,
      current: projection.version,
    })
  }
  return loadServingRows(store, projection)
}

const doublingPause = (attempt: number, signal: AbortSignal): Promise<void> =>
  setTimeout(Math.min(60_000, 500 * 2 ** (attempt - 1)), undefined, { signal, ref: false }).catch(
    () => undefined, // woken by the end
  )
