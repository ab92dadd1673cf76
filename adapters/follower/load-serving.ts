import type { Checkpoint, EventLog } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import type { FollowerWarning } from './follower-warning.js'
import type { ModelRows } from './model-rows.js'

interface Loading {
  readonly log: EventLog
  readonly store: ReadStore
  readonly warn: (warning: FollowerWarning) => void
}

/** Takes over what the store has, unless it tells of something else than this log; gives how far that goes. */
export const loadServing = async (
  { log, store, warn }: Loading,
  models: readonly ModelRows[],
): Promise<Checkpoint | undefined> => {
  const stored = await store.serving()
  if (stored === undefined) return undefined
  const { checkpoint, generations } = stored
  const [identity, head] = [await log.identity(), await log.head()]
  if (checkpoint.log !== identity) {
    warn({ warning: 'foreign-log', checkpoint, log: identity })
    return undefined
  }
  if (checkpoint.position > head) {
    warn({ warning: 'beyond-head', checkpoint, head })
    return undefined
  }
  for (const generation of generations) {
    const model = models.find(({ name }) => name === generation.model)
    if (model === undefined) continue // of a program that had one more
    await model.load(generation, checkpoint.position)
    const [stored, current] = [generation.version, model.version()]
    if (stored !== current) warn({ warning: 'other-version', model: model.name, stored, current })
  }
  return checkpoint
}
