import type { Labels } from '#domain/kernel/labels.js'
import type { State } from '#domain/maturity/summary.js'
import type { Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import type { MemberState } from '#domain/membership/member-in-year.js'
import type { RegistryEntry } from './query.js'

/** An organisation as lists show it today. */
export interface ListedOrganisation extends RegistryEntry {
  readonly member: MemberState
  /** Absent once it has ended, and while positions are still being computed. */
  readonly standing?: StandingInBrief
}

/** A position by its name in the model. */
export interface NamedPosition {
  readonly code: string
  readonly labels: Labels
}

/** Where an organisation stands, in brief; its trajectory says on which evidence, and why. */
export interface StandingInBrief {
  /** The highest position that nothing refutes; absent when none. */
  readonly position?: NamedPosition
  readonly state: State['state']
  /** The highest that is held for certain, where it is another. */
  readonly surely?: NamedPosition
  /** The first day on which this position has been held, possible or stale. */
  readonly since: Day
  /** Some day of these it began, as far as the dates tell: held since then, possible or to be confirmed since then. */
  readonly began: DayRange
}
