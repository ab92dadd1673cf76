import { join } from 'node:path'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { wordingOfWarning, type ProjectionWarning } from '#adapters/read-store/projection-warning.js'
import { runProjection } from '#adapters/read-store/run-projection.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { registry } from '#projections/registry/registry.js'
import { stepsTaken } from '#projections/steps-taken/steps-taken.js'
import { seenHead, type TrajectoryReading } from '#src/application/answer-trajectory.js'
import { completeIntentions } from '#src/application/collective/complete-intentions.js'
import { findPredecessors } from '#src/application/find-predecessors.js'
import type { ModelComparing } from '#src/application/models/compare-models.js'
import { followModels, type FollowedShelf } from '#src/application/models/follow-models.js'
import type { ModelPublishing } from '#src/application/models/publish-model.js'
import { readInheritedSteps } from '#src/application/read-lineage.js'
import { projectionReader } from '#src/application/projection-reader.js'
import type { RegistryReader } from '#src/application/registry-reader.js'
import type { StepsTakenReader, StepsTakenReading } from '#src/application/steps-taken-reader.js'
import type { RegistryReading } from '#src/application/search-organisations.js'
import type { StandingsReader, StandingsReading } from '#src/application/standings-reader.js'
import type { Writing } from '#src/application/write-organisation.js'
import { namingFolder, makeDataDirectory } from './data-directory.js'
import { followStandings } from './follow-standings.js'
import { openReadStore } from './open-read-store.js'
import { refuseLostJournal } from './refuse-lost-journal.js'

/** Everything that the use cases need, put together. */
export interface Trajectoires {
  readonly reading: TrajectoryReading & RegistryReading & StepsTakenReading & StandingsReading
  readonly recording: Writing
  /** What is done with models themselves. */
  readonly publishing: ModelPublishing & ModelComparing & { readonly models: FollowedShelf }
  readonly log: EventLog
  readonly registry: RegistryReader
  readonly stepsTaken: StepsTakenReader
  readonly standings: StandingsReader
  /** Ends what runs, then closes the files. */
  close(): Promise<void>
}

export interface Setup {
  /** The folder of the embedded engine; made when there is none. */
  readonly dataDirectory: string
  readonly clock: Clock
  /** Hears what an operator should know of what goes on by itself. */
  readonly warn: (message: string) => void
}

/** Opens the log and what reads it, and puts the use cases on top. */
export const openTrajectoires = async ({ dataDirectory, clock, warn }: Setup): Promise<Trajectoires> => {
  makeDataDirectory(dataDirectory)
  const log = namingFolder(dataDirectory, () =>
    openSqliteEventLog({ path: join(dataDirectory, 'journal.sqlite') }),
  )
  const store = openReadStore(join(dataDirectory, 'lectures.sqlite'), warn)
  await refuseLostJournal(log, store, registry.name)
  const heard = (warning: ProjectionWarning): void => {
    const { fr, en } = wordingOfWarning(warning)
    warn(`${fr} (${en})`)
  }
  const running = await runProjection({ log, store, projection: registry, warn: heard })
  const takenRunning = await runProjection({ log, store, projection: stepsTaken, warn: heard })
  const reader = projectionReader(running)
  const takenReader = projectionReader(takenRunning)
  const lineage = { log, predecessorsOf: findPredecessors({ log, registry: reader }) }
  const models = await followModels({ log, warn })
  const standings = await followStandings({ log, store, models, warn, heard })
  const reading = {
    ...lineage,
    clock,
    models,
    registry: reader,
    stepsTaken: takenReader,
    standings: standings.reader,
  }
  const recording: Writing = {
    ...reading,
    inheritedSteps: (id) => readInheritedSteps(lineage, id),
    successionsSeen: async () => (await seenHead(reading)) !== undefined,
  }
  await completeIntentions({ recording, log, warn })
  return {
    reading,
    recording,
    publishing: reading,
    log,
    registry: reader,
    stepsTaken: takenReader,
    standings: standings.reader,
    close: async () => {
      await models.close()
      await standings.close()
      await running.close()
      await takenRunning.close()
      await store.close()
      await log.close()
    },
  }
}
