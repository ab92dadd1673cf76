import type { ProjectionWarning } from '#adapters/read-store/projection-warning.js'
import { runProjection } from '#adapters/read-store/run-projection.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { modelOf, standingsUnder } from '#projections/kept/standings/standings.js'
import type { FollowedShelf } from '#src/handling/models/follow-models.js'
import { projectionReader } from '#src/handling/reading/projection-reader.js'
import type { StandingsReader } from '#src/handling/reading/standings-reader.js'

export interface FollowedStandings {
  readonly reader: StandingsReader
  readonly close: () => Promise<void>
}

/** What standings are followed with; `heard` is told what befalls the projection, `warn` what people should read. */
export interface FollowingSetup {
  readonly log: EventLog
  readonly store: ReadStore
  readonly models: Pick<FollowedShelf, 'usual' | 'whenPublished'>
  readonly warn: (message: string) => void
  readonly heard: (warning: ProjectionWarning) => void
}

/**
 * Where everyone stands under the usual model, whichever that is: when a new version of it is published, all rows are
 * built anew beside those that serve. Until that is done, answers come from the former version, and name it.
 */
export const followStandings = async (setup: FollowingSetup): Promise<FollowedStandings> => {
  const { log, store, models, warn, heard } = setup
  const latest = () => standingsUnder(models.usual)
  const running = await runProjection({ log, store, projection: latest(), latest, warn: heard })
  let building = Promise.resolve()
  const ending = new AbortController()
  const isEnding = (): boolean => ending.signal.aborted

  const follow = async (): Promise<void> => {
    if (isEnding() || modelOf(running.view()) === models.usual.hash) return
    try {
      await running.rebuild()
    } catch (fault) {
      if (!isEnding()) warn(`${notRebuilt} ${String(fault)}`)
    }
  }
  models.whenPublished(() => void (building = building.then(follow)))

  return {
    reader: projectionReader(running),
    close: async () => {
      ending.abort()
      await running.close()
      await building
    },
  }
}

const notRebuilt =
  'Les positions n’ont pas pu être recalculées sous le nouveau modèle : elles restent celles du précédent jusqu’au redémarrage, ou à « rebuild ». ' +
  '(Positions could not be computed under the new model: those of the former one stay until the next start, or a rebuild.)'
