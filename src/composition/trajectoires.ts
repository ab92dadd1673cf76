import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openFileDossiers } from '#adapters/dossiers/file-dossiers.js'
import { createFollower, type Follower } from '#adapters/follower/follower.js'
import { wordingOfWarning } from '#adapters/follower/follower-warning.js'
import { createTurns } from '#adapters/follower/turns.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { CallBackReading } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import type { MembersReading } from '#src/tasks/members/use-cases/answer-members.js'
import { seenHead, type TrajectoryReading } from '#src/handling/asking/answer-trajectory.js'
import { completingIntentions } from '#src/handling/collective/complete-intentions.js'
import { findPredecessors } from '#src/handling/reading/find-predecessors.js'
import { importShelf } from '#src/tasks/importing/use-cases/shelf/import-shelf.js'
import type { KeepingImports } from '#src/tasks/importing/use-cases/shelf/keep-imports.js'
import type { ModelComparing } from '#src/tasks/models/use-cases/compare-models.js'
import { followModels, type FollowedShelf } from '#src/handling/models/follow-models.js'
import type { ModelPublishing } from '#src/tasks/models/use-cases/publish-model.js'
import type { NodeReading } from '#src/handling/reading/has-seen.js'
import { readInheritedSteps } from '#src/handling/reading/read-lineage.js'
import type { ProgrammesReading } from '#src/tasks/programmes/use-cases/programmes.js'
import type { StepsTakenReading } from '#src/handling/reading/steps-taken-reader.js'
import type { RegistryReading } from '#src/tasks/finding/use-cases/search-organisations.js'
import type { StandingsReading } from '#src/handling/reading/standings-reader.js'
import type { Writing } from '#src/handling/writing/write-organisation.js'
import { makeDataDirectory } from './data-directory.js'
import { keepReadModels, type ReadModels } from './keep-read-models.js'
import { openEventLog } from './open-event-log.js'
import { openReadStore } from './open-read-store.js'
import { refuseLostJournal } from './refuse-lost-journal.js'

/** Everything that the use cases need, put together. */
export interface Trajectoires extends ReadModels {
  readonly reading: TrajectoryReading &
    RegistryReading &
    StepsTakenReading &
    StandingsReading &
    ProgrammesReading &
    CallBackReading &
    MembersReading &
    NodeReading
  readonly recording: Writing
  /** Imports whose files and reports are kept. */
  readonly importing: KeepingImports
  /** What is done with models themselves. */
  readonly publishing: ModelPublishing & ModelComparing & { readonly models: FollowedShelf }
  readonly log: EventLog
  /** What an organisation folds to, where that is kept: without asking the log. */
  readonly organisation: Follower['organisation']
  /** Ends what runs, then closes the files. */
  close(): Promise<void>
}

export interface Setup {
  /** The folder of the embedded engine, and of the read models; made when there is none. */
  readonly dataDirectory: string
  /** `sqlite`, which is the default, or the address of a database of events. */
  readonly eventLog?: string
  readonly clock: Clock
  /** Hears what an operator should know of what goes on by itself. */
  readonly warn: (message: string) => void
}

/** Opens the log and what reads it, and puts the use cases on top. What was opened is closed when the rest can't be. */
export const openTrajectoires = async (setup: Setup): Promise<Trajectoires> => {
  const opened: (() => Promise<void>)[] = []
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    const app = await openOn(setup, (part) => {
      opened.push(() => part.close())
      return part
    })
    return { ...app, close: closeAll }
  } catch (fault) {
    await closeAll()
    throw fault
  }
}

/** Closes a part at the end, after all that was kept later. */
type Keep = <Part extends { readonly close: () => Promise<void> }>(part: Part) => Part

/** @param kept closes each part at the end, the last one first */
const openOn = async (
  { dataDirectory, eventLog = 'sqlite', clock, warn }: Setup,
  kept: Keep,
): Promise<Omit<Trajectoires, 'close'>> => {
  makeDataDirectory(dataDirectory)
  const opened = await openEventLog(eventLog, dataDirectory, warn)
  const log = kept(opened.log)
  const store = kept(openReadStore(join(dataDirectory, 'lectures.sqlite'), warn))
  await refuseLostJournal(opened, store)
  const models = await followModels({ log, warn })
  const follower = kept(
    createFollower({
      log,
      store,
      warn: (warning) => {
        const { fr, en } = wordingOfWarning(warning)
        warn(`${fr} (${en})`)
      },
    }),
  )
  const readModels = keepReadModels(follower, { models, warn, isEnding: follower.isEnding })
  await follower.start()
  const lineage = { log, predecessorsOf: findPredecessors({ log, registry: readModels.registry }) }
  const reading = { ...lineage, ...readModels, clock, models }
  const successionsSeen = async (): Promise<boolean> => (await seenHead(reading)) !== undefined
  const recording: Writing = {
    ...reading,
    inheritedSteps: (id) => readInheritedSteps(lineage, id),
    successionsSeen,
  }
  await follower.react(models.reactor)
  await follower.react(completingIntentions({ recording, warn }))
  return {
    reading,
    recording,
    publishing: reading,
    importing: {
      ...reading,
      successionsSeen,
      imports: importShelf(openFileDossiers(join(dataDirectory, 'imports'))),
      newId: randomUUID,
      inTurn: createTurns().run,
    },
    log,
    organisation: follower.organisation,
    ...readModels,
  }
}
