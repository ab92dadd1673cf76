import { join } from 'node:path'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { remedyOf } from '#domain/ports/log-condition.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { Labels } from '#domain/kernel/labels.js'
import { namingFolder } from './data-directory.js'
import { openLog } from './open-log.js'
import { SetupFault } from '#src/config/setup-fault.js'

export interface OpenedLog {
  readonly log: EventLog
  /** How the place where its events lie is called. */
  readonly place: Labels
}

/**
 * The log that EVENT_LOG names: `sqlite`, in the data folder, or the address of an EventStoreDB.
 *
 * @throws SetupFault `log-misnamed`; EventLogFault for what the engine met, with a remedy for each
 */
export const openEventLog = async (
  eventLog: string,
  dataDirectory: string,
  warn: (message: string) => void,
): Promise<OpenedLog> => {
  if (eventLog === 'sqlite') {
    const path = join(dataDirectory, 'journal.sqlite')
    const log = await namingFolder(dataDirectory, () => openLog({ engine: 'sqlite', path }, warn))
    return { log, place: { fr: 'journal.sqlite', en: 'journal.sqlite' } }
  }
  try {
    const log = await openLog({ engine: 'eventstoredb', url: eventLog }, warn)
    return { log, place: { fr: 'La base d’événements', en: 'The event database' } }
  } catch (error) {
    if (!(error instanceof EventLogFault) || error.code !== 'invalid-connection') throw error
    const { fr, en } = remedyOf(error)
    throw new SetupFault('log-misnamed', `EVENT_LOG : ${error.message}. ${fr}\n(${en})`, { cause: error })
  }
}
