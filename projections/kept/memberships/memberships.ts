import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { type KeptModel, notRegistered, type Derivation, type FoldedOrganisation } from '../kept-model.js'
import { RowsById } from '#projections/kept/sorted-tree.js'
import { membershipsAmong, type MembershipOnRecord } from '#domain/membership/membership-on-record.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'

/** The memberships of one organisation, announcements left out: they are none yet. */
export interface MembershipsRow {
  readonly id: OrganisationId
  /** The name that it bears, or bore last. */
  readonly name: string
  readonly kind: OrganisationKind
  /** In the order of recording. */
  readonly memberships: readonly MembershipOnRecord[]
}

/** Who was a member of what, by organisation; also who never was, with an empty list. */
export type Memberships = ReadonlyMap<OrganisationId, MembershipsRow>

/** The memberships of an organisation, from all that its stream tells. */
export const membershipsRowOf = ({ id, history }: FoldedOrganisation): Derivation<MembershipsRow> => {
  const profile = profileOnRecord(history)?.profile
  if (profile === undefined) return notRegistered
  const { name, kind } = profile
  return { derived: true, row: { id, name, kind, memberships: membershipsAmong(stepsOf(history)) } }
}

/** All memberships, for who is a member of which year. */
export const membershipsOnRecord: KeptModel<MembershipsRow, RowsById<MembershipsRow>> = {
  name: 'memberships',
  version: 2,
  readableSince: 1,
  rowOf: membershipsRowOf,
  viewOf: (rows) => RowsById.of(rows),
  withRows: (memberships, rows) => memberships.with(rows),
}
