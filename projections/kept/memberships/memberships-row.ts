import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { MembershipOnRecord } from '#domain/membership/membership-on-record.js'
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
