import { join } from 'node:path'
import { openFileDossiers } from '#adapters/dossiers/file-dossiers.js'
import { wordingOfWarning, type ProjectionWarning } from '#adapters/read-store/projection-warning.js'
import { ActorId } from '#domain/kernel/identifiers.js'
import { registry } from '#projections/kept/registry/registry.js'
import type { Setup } from '#src/cli/surroundings.js'
import { seenHead } from '#src/handling/asking/answer-trajectory.js'
import { completeIntentions } from '#src/handling/collective/complete-intentions.js'
import type { House } from '#src/handling/house.js'
import { followModels } from '#src/handling/models/follow-models.js'
import { findPredecessors } from '#src/handling/reading/find-predecessors.js'
import { readInheritedSteps } from '#src/handling/reading/read-lineage.js'
import { makeDataDirectory } from './data-directory.js'
import { followReadModels, type Keep } from './follow-read-models.js'
import { openEventLog } from './open-event-log.js'
import { openReadStore } from './open-read-store.js'
import { refuseLostJournal } from './refuse-lost-journal.js'

/** The house with what closes it: what runs is ended, then the files are closed. */
export type OpenHouse = House & { readonly close: () => Promise<void> }

/** Opens the log and everything that reads it. What was opened is closed when the rest can't be. */
export const openHouse = async (setup: Setup): Promise<OpenHouse> => {
  const opened: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closePart of opened.splice(0).reverse()) await closePart()
  }
  try {
    const house = await openOn(setup, (part) => {
      opened.push(() => part.close())
      return part
    })
    return { ...house, close }
  } catch (fault) {
    await close()
    throw fault
  }
}

/** @param kept closes each part at the end, the last one first */
const openOn = async (
  { dataDirectory, eventLog = 'sqlite', clock, warn }: Setup,
  kept: Keep,
): Promise<House> => {
  makeDataDirectory(dataDirectory)
  const opened = await openEventLog(eventLog, dataDirectory, warn)
  const log = kept(opened.log)
  const store = kept(openReadStore(join(dataDirectory, 'lectures.sqlite'), warn))
  await refuseLostJournal(opened, store, registry.name)
  const heard = (warning: ProjectionWarning): void => {
    const { fr, en } = wordingOfWarning(warning)
    warn(`${fr} (${en})`)
  }
  const models = kept(await followModels({ log, warn }))
  const readModels = await followReadModels({ log, store, models, warn, heard, kept })
  const lineage = { log, predecessorsOf: findPredecessors({ log, registry: readModels.registry }) }
  const house: House = {
    ...lineage,
    ...readModels,
    clock,
    models,
    inheritedSteps: (id) => readInheritedSteps(lineage, id),
    successionsSeen: async () => (await seenHead({ log, registry: readModels.registry })) !== undefined,
    importDossiers: openFileDossiers(join(dataDirectory, 'imports')),
  }
  await completeIntentions({ recording: { ...house, viewer: sweeper }, log, warn })
  return house
}

/** Who completes what a stop left half written; each part names who intended it. */
const sweeper = { role: 'staff', actor: ActorId.parse('system:sweep') } as const
