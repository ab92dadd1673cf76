import type { ReadStore } from '#domain/ports/read-store.js'
import type { OpenedLog } from './open-event-log.js'
import { SetupFault } from '#src/config/setup-fault.js'

/**
 * Stops before an empty log takes the place of one that had events: the file was lost or emptied, and whoever went on
 * would learn it too late. What was read of the other log remembers it.
 *
 * @throws SetupFault `journal-lost`
 */
export const refuseLostJournal = async (
  { log, place }: OpenedLog,
  store: Pick<ReadStore, 'serving'>,
): Promise<void> => {
  const checkpoint = (await store.serving())?.checkpoint
  if (checkpoint === undefined || checkpoint.position === 0) return
  if (checkpoint.log === (await log.identity()) || (await log.head()) > 0) return
  throw new SetupFault(
    'journal-lost',
    `${place.fr} est vide, alors que les lectures viennent d’un autre journal, lu jusqu’à la position ${checkpoint.position} : ` +
      'restaurer sa sauvegarde ; ou, pour commencer un nouveau journal, supprimer lectures.sqlite. [journal-lost]\n' +
      `(${place.en} is empty, but the read models come from another log, read up to position ${checkpoint.position}: restore its backup, ` +
      'or delete lectures.sqlite to begin a new log.)',
  )
}
