import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { StoredEvent } from '#domain/ports/event-log.js'
import { historyOf } from '#domain/organisation/history.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { describeSteps, type StepView } from '#projections/steps/describe-steps.js'
import { readOrganisation, type ReadOrganisation } from './read-organisation.js'
import type { EventLog } from '#domain/ports/event-log.js'

/** The engagements of an organisation in the order in which they happened; undefined when it is not registered. */
export const listSteps = async (
  log: EventLog,
  id: OrganisationId,
): Promise<
  { readonly steps: readonly StepView[]; readonly revision: ReadOrganisation['revision'] } | undefined
> => {
  const { events, revision } = await readOrganisation(log, id)
  return events.length === 0 ? undefined : { steps: describeSteps(historyOf(events)), revision }
}

/** The log of an organisation as it was written; undefined when it is not registered. */
export const listRecordedEvents = async (
  log: EventLog,
  id: OrganisationId,
): Promise<readonly StoredEvent[] | undefined> => {
  const events = await log.readStream(streamOfOrganisation(id))
  return events.length === 0 ? undefined : events
}
