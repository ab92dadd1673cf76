import type { EventLog } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { buildModels } from './build-models.js'
import { createFoldedStates, type FoldedStates } from './folded-states.js'
import type { FollowerWarning } from './follower-warning.js'
import type { Kinship } from './kinship.js'
import type { ModelRows } from './model-rows.js'
import type { Progress } from './progress.js'
import { createTurns } from './turns.js'

/** Makes rows of whole models, one build at a time. */
export interface Building {
  /** All models from nothing, unless some of them serve already. */
  readonly first: () => Promise<void>
  /** All models anew, since what is shown tells of another log; it goes on being shown until then. */
  readonly all: () => Promise<void>
  /** One model anew, beside all others; in one pass with whatever else waits for its turn. Rejects when it could not. */
  readonly anew: (model: ModelRows) => Promise<void>
  /** Those that the program has and the store had not, or in another version; tried again until it is done. */
  readonly missing: () => void
  readonly isUnderWay: (model: ModelRows) => boolean
  /** Resolves when nothing is being built any more; once ending only. */
  readonly ended: () => Promise<void>
}

interface BuildingSetup {
  readonly log: EventLog
  readonly store: ReadStore
  readonly states: FoldedStates
  readonly capacity: number
  readonly kinship: () => Kinship
  readonly models: readonly ModelRows[]
  readonly progress: Progress
  readonly warn: (warning: FollowerWarning) => void
  readonly pause: (attempt: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
}

export const createBuilding = (setup: BuildingSetup): Building => {
  const { log, store, states, capacity, kinship, models, progress, warn, pause, signal } = setup
  const isEnding = (): boolean => signal.aborted
  const turns = createTurns()
  const underWay = new Set<ModelRows>()
  const serving = (): boolean => models.some((model) => model.standing() === 'current')

  /** Nobody else takes events meanwhile: the states that this leaves are those that go on. */
  const buildAll = async (): Promise<void> => {
    states.clear()
    const to = { log: await log.identity(), position: await log.head() }
    const builds = await buildModels({ log, store, kinship: kinship(), states, signal }, models, to.position)
    await progress.replace(builds, to)
  }

  const buildBeside = (which: readonly ModelRows[]): Promise<void> =>
    progress.join((position) => {
      const own = createFoldedStates(log, capacity)
      return buildModels({ log, store, kinship: kinship(), states: own, signal }, which, position)
    })

  const during = (which: readonly ModelRows[], work: () => Promise<void>): Promise<void> => {
    signal.throwIfAborted()
    for (const model of which) underWay.add(model)
    return work().finally(() => {
      for (const model of which) underWay.delete(model)
    })
  }

  let wanted: { readonly which: Set<ModelRows>; readonly built: Promise<void> } | undefined
  const anew = (model: ModelRows): Promise<void> => {
    if (wanted === undefined) {
      const which = new Set<ModelRows>()
      const built = turns.run(() => {
        wanted = undefined
        return serving() ? during([...which], () => buildBeside([...which])) : during(models, buildAll)
      })
      wanted = { which, built }
    }
    wanted.which.add(model)
    return wanted.built
  }

  let mending: Promise<void> | undefined
  const mend = async (): Promise<void> => {
    for (let attempt = 1; !isEnding(); attempt += 1) {
      const left = models.filter((model) => model.standing() !== 'current')
      if (left.length === 0) return
      try {
        await Promise.all(left.map(anew))
      } catch (cause) {
        if (isEnding()) return
        warn({
          warning: 'failed',
          error: cause instanceof Error ? cause : new Error(String(cause), { cause }),
        })
        await pause(attempt + 1, signal)
      }
    }
  }

  return {
    first: () =>
      turns.run(async () => {
        if (!serving()) await during(models, buildAll)
      }),
    all: () => turns.run(() => during(models, buildAll)),
    anew,
    missing: () => {
      mending ??= mend().finally(() => (mending = undefined))
    },
    isUnderWay: (model) => underWay.has(model),
    ended: async () => {
      await turns.run(() => Promise.resolve())
      await mending
    },
  }
}
