import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Ranks } from '#domain/maturity/spells.js'
import type { Existence } from '#domain/maturity/trajectory.js'
import type { Day } from '#domain/time/day.js'

/** Which positions one organisation holds, on every day: computed once, so that no day that is asked needs the engine. */
export interface StandingsRow {
  readonly id: OrganisationId
  /** The hash of the model under which it was computed: rows of another one are no answer. */
  readonly model: string
  /** From the first day of all on, without gap: each lasts until the next one begins, the last for ever. */
  readonly spells: readonly StandingSpell[]
  /** The first day of its trajectory; absent when there is nothing to begin with. */
  readonly begins?: Day
  /** The first day on which it no longer existed. */
  readonly ends?: Day
  readonly endsBy?: NonNullable<Existence['endsBy']>
}

/** From `begin` on, in each reading, the positions that hold: bit r - 1 is set when the r-th of the model does. */
export interface StandingSpell {
  readonly begin: Day
  readonly ranks: Ranks
}
