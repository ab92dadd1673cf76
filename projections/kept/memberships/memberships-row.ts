import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { Quantity } from '#domain/steps/declaring/quantity.js'
import type { DayRange } from '#domain/time/day-range.js'
import type { IntervalSet } from '#domain/time/interval-set.js'

/** The memberships of one organisation, announcements left out: they are none yet. */
export interface MembershipsRow {
  readonly id: OrganisationId
  /** The name that it bears, or bore last. */
  readonly name: string
  readonly kind: OrganisationKind
  /** In the order of recording. */
  readonly memberships: readonly MembershipOnRecord[]
}

/** One membership of one association or consortium. Unknown is absent. */
export interface MembershipOnRecord {
  readonly stepId: StepId
  /** The programme under which it is recorded, else the name of its body: what memberships are told apart by. */
  readonly association: string
  readonly title?: string
  /** The days on which it stood for certain, and possibly, as if silence meant nothing. */
  readonly surely: IntervalSet
  readonly possibly: IntervalSet
  /** When something was heard of it: behind the last of them nothing is known. */
  readonly heard: readonly DayRange[]
  readonly ended?: DayRange
  /** Why it ended, as a code of the catalogue. */
  readonly reason?: string
  /** In the order of recording. */
  readonly years: readonly MembershipYear[]
}

/** What a fact tells of one year of a membership. Who holds it and who pays for it may differ. */
export interface MembershipYear {
  readonly year: number
  /** In €. */
  readonly amount?: Quantity
  readonly tier?: string
  readonly payer?: string
  readonly rightsUsed?: string
}
