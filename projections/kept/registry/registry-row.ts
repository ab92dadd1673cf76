import type { JointId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { MembershipOnRecord } from '#domain/membership/membership-on-record.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { FormerName } from '#domain/organisation/profile-on-record.js'
import type { SuccessionManner } from '#domain/organisation/profile-event.js'
import type { Profile } from '#domain/organisation/profile.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { DayRange } from '#domain/time/day-range.js'
import type { EdtfText } from '#domain/time/edtf.js'
import type { RegionCode } from '#domain/territory/regions.js'
import { type Day, dayOfCivil } from '#domain/time/day.js'
import { MEMBERSHIP_PROGRAMME } from '#domain/membership/association.js'
import { memberInYear, type MemberState } from '#domain/membership/member-in-year.js'

/** One organisation as its own stream tells it, corrections and retractions applied. Unknown is absent. */
export interface RegistryRow {
  readonly id: OrganisationId
  /** The name that it bears, or bore last. */
  readonly name: string
  /** Oldest first. */
  readonly formerNames: readonly FormerName[]
  readonly aliases: readonly string[]
  readonly kind: OrganisationKind
  readonly administration: boolean
  readonly siren?: string
  readonly insee?: NonNullable<Profile['insee']>
  /** A code that the nomenclature gave up. */
  readonly formerInsee?: NonNullable<Profile['formerInsee']>
  /** The region of today in which it lies, where a code of its own tells. */
  readonly region?: RegionCode
  /** Of what territory it is a part. */
  readonly parent?: OrganisationId
  /** Present as soon as an end was told, even one without a date. */
  readonly end?: EndOfOrganisation
  readonly successors: readonly Successor[]
  /** In alphabetical order of their codes; what was only planned is left out. */
  readonly programmes: readonly ProgrammeTaken[]
  /** In what it took part, and in which years. */
  readonly participations: readonly Participation[]
  /** Steps of which more is on record than a plan. */
  readonly engagements: number
  /** Steps that were announced, and of which nothing else is known. */
  readonly planned: number
  /** Facts of steps that stand. */
  readonly facts: number
  /** Every step of which anything was ever told here, what was taken back included: by it a step is found. */
  readonly steps: readonly StepId[]
  /** The groups in which its steps stand with those of others. */
  readonly joints: readonly JointId[]
  readonly memberships: readonly MembershipOnRecord[]
  readonly news: News
  /** What searches look at: see `searchTextOf`. */
  readonly searchText: string
}

export interface EndOfOrganisation {
  /** The last day on which it existed, as told. */
  readonly lastDay?: EdtfText
  /** The first day on which it no longer existed. */
  readonly gone?: DayRange
}

export interface Successor {
  readonly organisation: OrganisationId
  readonly manner: SuccessionManner
  readonly from?: EdtfText
}

export interface ProgrammeTaken {
  readonly programme: string
  /** In the order in which they were recorded. */
  readonly editions: readonly string[]
}

/** One step, as filters ask for it: programme, edition and year of the same. */
export interface Participation {
  readonly programme?: string
  readonly edition?: string
  /** Calendar years, both included; absent where nobody says when. */
  readonly years?: { readonly from: number; readonly to: number }
}

export interface News {
  /** The latest day on which something happened; plans don't count, they did not happen yet. */
  readonly happened?: DayRange
  /** When the last event was recorded, whatever it told. */
  readonly recordedAt: Instant
}

/** Whether an organisation surely no longer exists on a day; one whose end was told without a date does not either. */
export const hasEnded = ({ end }: Pick<RegistryRow, 'end'>, day: Day): boolean =>
  end !== undefined && (end.gone === undefined || end.gone.latest <= day)

/** Whether an organisation is a member of La 27e Région itself in a year, as far as is known. */
export const memberStateIn = (row: Pick<RegistryRow, 'memberships' | 'end'>, year: number): MemberState => {
  if (row.memberships.length === 0) return 'none' // most organisations, and lists ask of all
  const held = row.memberships.filter(({ association }) => association === MEMBERSHIP_PROGRAMME)
  return memberInYear(held, year, { gone: hasEnded(row, dayOfCivil(year, 1, 1)) }).state
}
