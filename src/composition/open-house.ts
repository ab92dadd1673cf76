import { join } from 'node:path'
import { openFileDossiers } from '#adapters/dossiers/file-dossiers.js'
import { createFollower } from '#adapters/follower/follower.js'
import { wordingOfWarning } from '#adapters/follower/follower-warning.js'
import type { Instant } from '#domain/kernel/instant.js'
import { momentInWords } from '#src/messages/moment-in-words.js'
import { ActorId } from '#domain/kernel/identifiers.js'
import type { Setup } from '#src/cli/surroundings.js'
import { seenHead } from '#src/handling/asking/answer-trajectory.js'
import { completingIntentions } from '#src/handling/collective/complete-intentions.js'
import { keepTime } from '#src/handling/clock/keep-time.js'
import type { House } from '#src/handling/house.js'
import { followModels } from '#src/handling/models/follow-models.js'
import { findPredecessors, readInheritedSteps } from '#src/handling/reading/read-lineage.js'
import { makeDataDirectory } from './data-directory.js'
import { keepReadModels } from './keep-read-models.js'
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

/** Closes a part at the end, after all that was kept later. */
type Keep = <Part extends { readonly close: () => Promise<void> }>(part: Part) => Part

/** @param kept closes each part at the end, the last one first */
const openOn = async (
  { dataDirectory, eventLog = 'sqlite', clock, warn }: Setup,
  kept: Keep,
): Promise<House> => {
  makeDataDirectory(dataDirectory)
  const opened = await openEventLog(eventLog, dataDirectory, warn)
  const { log, time } = await keepTime(kept(opened.log), clock)
  const ahead = time.aheadOfClock()
  if (ahead !== undefined) warn(clockIsBehind(ahead))
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
  const house: House = {
    ...lineage,
    ...readModels,
    clock: time.now,
    time,
    ownClock: clock,
    models,
    organisation: follower.organisation,
    inheritedSteps: (id) => readInheritedSteps(lineage, id),
    successionsSeen: async () => (await seenHead({ log, registry: readModels.registry })) !== undefined,
    importDossiers: openFileDossiers(join(dataDirectory, 'imports')),
  }
  await follower.react(models.reactor)
  await follower.react(completingIntentions({ recording: { ...house, viewer: sweeper }, warn }))
  return house
}

/** Who completes what a stop left half written; each part names who intended it. */
const sweeper = { role: 'staff', actor: ActorId.parse('system:sweep') } as const

const clockIsBehind = (now: Instant): string =>
  `L’horloge de cette machine retarde sur le journal, qui va jusqu’au ${momentInWords(now, 'fr')} : c’est cet instant qui compte comme maintenant. Voir : trajectoires clock. ` +
  `(The clock of this machine is behind the log, which goes up to ${momentInWords(now, 'en')}: that moment counts as now. See: trajectoires clock.)`
