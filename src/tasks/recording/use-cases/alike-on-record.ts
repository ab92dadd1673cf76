import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { historyOf, type FactOnRecord } from '#domain/organisation/history.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'
import type { StreamLog } from '#domain/ports/event-log.js'
import type { Labels } from '#domain/kernel/labels.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'

/** Steps on record that may be the one that is about to be recorded: of its kind, at the same moment, on days that meet. */
export const alikeOnRecord = async (
  { log }: { readonly log: Pick<StreamLog, 'readStream'>; readonly viewer: Viewer },
  organisation: OrganisationId,
  events: readonly RecordedEvent[],
): Promise<readonly { readonly stepId: string; readonly labels: Labels }[]> => {
  const { events: recorded } = await readOrganisation(log, organisation)
  const told = [...historyOf(events).facts.values()]
  const alike = [...historyOf(recorded).facts.values()].filter(
    (known) => !known.retracted && told.some((fact) => mayBeSame(fact, known)),
  )
  return alike.map((fact) => ({ stepId: fact.fact.stepId, labels: factSentence(fact) }))
}

/** What has no date meets everything, and tells nothing. */
const mayBeSame = (one: FactOnRecord, other: FactOnRecord): boolean => {
  if (one.kind !== other.kind || one.stage !== other.stage) return false
  if (one.fact.stepId === other.fact.stepId || !isDated(one) || !isDated(other)) return false
  const [a, b] = [daysOfFact(one), daysOfFact(other)]
  return a.earliest <= b.latest && b.earliest <= a.latest
}

const isDated = ({ fact }: FactOnRecord): boolean => fact.occurred !== undefined || fact.within !== undefined
