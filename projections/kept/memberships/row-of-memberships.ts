import { membershipsAmong } from '#domain/membership/membership-on-record.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { notRegistered, type Derivation, type FoldedOrganisation } from '#projections/kept/kept-model.js'
import type { MembershipsRow } from './memberships-row.js'

/** The memberships of an organisation, from all that its stream tells. */
export const membershipsRowOf = ({ id, history }: FoldedOrganisation): Derivation<MembershipsRow> => {
  const profile = profileOnRecord(history)?.profile
  if (profile === undefined) return notRegistered
  const { name, kind } = profile
  return { derived: true, row: { id, name, kind, memberships: membershipsAmong(stepsOf(history)) } }
}
