import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog, StoredEvent } from '#domain/ports/event-log.js'
import { historyOf } from '#domain/organisation/history.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { describeSteps, type StepView } from '#projections/asked/steps/describe-steps.js'
import { eventsAsked, type AskedHistory } from './history-input.js'
import { readOrganisation, type ReadOrganisation } from '#src/handling/reading/read-organisation.js'

export interface HistoryReading {
  readonly viewer: Viewer
  readonly log: Pick<EventLog, 'readStream'>
  readonly clock: Clock
}

/**
 * The engagements of an organisation in the order in which they happened, as far as they were known at the asked moment
 * and may have happened by the asked day; undefined when it is not registered.
 */
export const listSteps = async (
  { log, clock }: HistoryReading,
  id: OrganisationId,
  asked: AskedHistory = {},
): Promise<
  { readonly steps: readonly StepView[]; readonly revision: ReadOrganisation['revision'] } | undefined
> => {
  const { events, revision } = await readOrganisation(log, id)
  if (events.length === 0) return undefined
  return { steps: describeSteps(historyOf(eventsAsked(events, asked, clock())), asked.asOf), revision }
}

/** The log of an organisation as it was written; undefined when it is not registered. */
export const listRecordedEvents = async (
  { log }: Pick<HistoryReading, 'log' | 'viewer'>,
  id: OrganisationId,
): Promise<readonly StoredEvent[] | undefined> => {
  const events = await log.readStream(streamOfOrganisation(id))
  return events.length === 0 ? undefined : events
}
