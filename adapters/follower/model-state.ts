import type { EventLog, LogCondition, Position, Subscription } from '#domain/ports/event-log.js'
import type { Quarantined } from '#domain/ports/read-store.js'
import type { Building } from './building.js'
import { createLateness } from './lateness.js'
import type { ModelRows } from './model-rows.js'
import type { Progress } from './progress.js'

/** Lag and positions are the log's own: they grow, and count nothing. */
export interface ModelState {
  readonly name: string
  /** That of the code; while other rows serve, another version's for instance, the state is `rebuilding`. */
  readonly version: number
  /** Everything up to here can be read: one position for all models, but for one that is being built anew. */
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

interface Told {
  readonly log: EventLog
  readonly progress: Progress
  readonly building: Building
  readonly subscription: () => Subscription | undefined
  readonly failure: () => Error | undefined
  /** In milliseconds. */
  readonly tolerance: number
}

/** Where a model's view stands. */
export const positionOf = (model: ModelRows, progress: Progress): Position =>
  model.standing() === 'current' ? progress.position() : model.heldAt()

/** Tells how a model is; whoever asks at the same time is answered by one question to the log. */
export const createStateTelling = ({
  log,
  progress,
  building,
  subscription,
  failure,
  tolerance,
}: Told): ((model: ModelRows) => Promise<ModelState>) => {
  const late = createLateness(tolerance)
  let asked: Promise<LogCondition> | undefined
  const condition = (): Promise<LogCondition> => {
    asked ??= log.condition().finally(() => (asked = undefined))
    return asked
  }

  const stateAt = (model: ModelRows, head: Position): ModelState['state'] => {
    // The first build has nothing that serves meanwhile.
    if (building.isUnderWay(model)) return model.standing() === 'none' ? 'catching-up' : 'rebuilding'
    const following = subscription()?.state().state
    if (following === 'live') return late.isLate(progress.position(), head) ? 'catching-up' : 'live'
    if (following === 'dropped' || failure() !== undefined) return 'failed'
    return model.standing() === 'current' && progress.position() >= head ? 'live' : 'catching-up'
  }

  return async (model) => {
    const told = await condition()
    const position = positionOf(model, progress)
    const head = told.usable ? told.head : progress.position()
    const followed = subscription()?.state()
    const error = failure() ?? (followed?.state === 'dropped' ? followed.error : undefined)
    return {
      name: model.name,
      version: model.version(),
      position,
      head,
      lag: Math.max(0, head - position),
      state: stateAt(model, head),
      ...(error === undefined ? {} : { error }),
      quarantined: model.aside(),
    }
  }
}
