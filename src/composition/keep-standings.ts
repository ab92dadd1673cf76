import type { Follower } from '#adapters/follower/follower.js'
import { modelOf, standingsUnder } from '#projections/kept/standings/standings.js'
import type { FollowedShelf } from '#src/handling/models/follow-models.js'
import { projectionReader, type StandingsReader } from '#src/handling/reading/projection-reader.js'

export interface StandingsKeeping {
  readonly models: Pick<FollowedShelf, 'usual' | 'whenPublished'>
  /** Hears what people should read. */
  readonly warn: (message: string) => void
  readonly isEnding: () => boolean
}

/**
 * Where everyone stands under the usual model, whichever that is: when a new version of it is published, all rows are
 * built anew beside those that serve. Until that is done, answers come from the former version, and name it.
 */
export const keepStandings = (
  follower: Pick<Follower, 'keep'>,
  { models, warn, isEnding }: StandingsKeeping,
): StandingsReader => {
  const latest = () => standingsUnder(models.usual)
  const kept = follower.keep(latest(), latest)
  let building = Promise.resolve()
  const follow = async (): Promise<void> => {
    if (isEnding() || modelOf(kept.view()) === models.usual.hash) return
    try {
      await kept.rebuild()
    } catch (fault) {
      if (!isEnding()) warn(`${notRebuilt} ${String(fault)}`)
    }
  }
  models.whenPublished(() => void (building = building.then(follow)))
  return projectionReader(kept)
}

const notRebuilt =
  'Les positions n’ont pas pu être recalculées sous le nouveau modèle : elles restent celles du précédent jusqu’au redémarrage, ou à « rebuild ». ' +
  '(Positions could not be computed under the new model: those of the former one stay until the next start, or a rebuild.)'
