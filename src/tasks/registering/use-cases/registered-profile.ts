import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { historyOf, type OrganisationHistory } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import type { Revision, StreamLog } from '#domain/ports/event-log.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'

/** An organisation that is registered, with everything that was told of it. */
export interface RegisteredProfile {
  readonly id: OrganisationId
  readonly name: string
  readonly history: OrganisationHistory
  readonly revision: Revision | 'none'
}

/** What is told of one organisation itself; undefined when it is not registered. */
export const registeredProfile = async (
  { log }: { readonly log: Pick<StreamLog, 'readStream'>; readonly viewer: Viewer },
  id: OrganisationId,
): Promise<RegisteredProfile | undefined> => {
  const { events, revision } = await readOrganisation(log, id)
  const history = historyOf(events)
  const name = profileOnRecord(history)?.profile.name
  return name === undefined ? undefined : { id, name, history, revision }
}
