import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { membershipsAmong } from '#domain/membership/membership-on-record.js'
import { historyOf } from '#domain/organisation/history.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { notRegistered, type Derivation } from '#projections/kept/projection.js'
import type { MembershipsRow } from './memberships-row.js'

/** The memberships of an organisation, from all the events of its stream. */
export const membershipsRowOf = (
  id: OrganisationId,
  events: readonly RecordedEvent[],
): Derivation<MembershipsRow> => {
  const history = historyOf(events)
  const profile = profileOnRecord(history)?.profile
  if (profile === undefined) return notRegistered
  const { name, kind } = profile
  return { derived: true, row: { id, name, kind, memberships: membershipsAmong(stepsOf(history)) } }
}
