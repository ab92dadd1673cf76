import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { successionsOf } from '#domain/organisation/existence.js'
import type { OrganisationHistory } from '#domain/organisation/history.js'
import type { Day } from '#domain/time/day.js'

/** One organisation with those that it succeeded, and theirs. */
export interface Lineage {
  readonly id: OrganisationId
  readonly history: OrganisationHistory
  readonly predecessors: readonly Lineage[]
}

/**
 * The last possible day of the succession from one organisation to another: from then on the successor counts what it
 * inherits. Undefined while no date is told.
 */
export const successionDay = (predecessor: OrganisationHistory, successor: OrganisationId): Day | undefined =>
  successionsOf(predecessor)
    .filter((succession) => succession.successor === successor)
    .flatMap(({ from }) => (from === undefined ? [] : [from.latest]))
    .reduce<Day | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined)
