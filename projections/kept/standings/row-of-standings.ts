import { present } from '#domain/kernel/present.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { allRanksOf, spellsOf } from '#domain/maturity/spells.js'
import { addDuration } from '#domain/time/duration.js'
import { FIRST_DAY } from '#domain/time/day.js'
import type { Derivation } from '../projection.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { StandingsRow } from './standings-row.js'

/**
 * The positions of an organisation under a model, from all the events of its stream and of those that it succeeded.
 * Everything that is recorded is known. An organisation that was never registered is told of by the registry; here its
 * facts count all the same, as they do in its trajectory.
 */
export const standingsRowOf =
  ({ model, hash }: Pick<ModelNamed, 'model' | 'hash'>) =>
  (
    id: OrganisationId,
    events: readonly RecordedEvent[],
    predecessors: readonly LineageEvents[],
  ): Derivation<StandingsRow> => {
    const { trajectory } = assessOrganisation({ id, events, predecessors }, model, everythingKnown, {
      causes: false,
    })
    const sets = trajectory.position.ranked.map((position) => position.sets)
    const { ends, endsBy } = trajectory.existence
    return {
      derived: true,
      row: present({
        id,
        model: hash,
        spells: spellsOf(sets, FIRST_DAY, allRanksOf).map(({ begin, ranks }) => ({ begin, ranks })),
        begins: trajectory.begin,
        ends,
        endsBy,
      }),
    }
  }

/** The horizon cuts only what is shown, and nothing of that is kept. */
const everythingKnown = {
  asOf: FIRST_DAY,
  horizon: addDuration(FIRST_DAY, { months: 0, days: 1 }),
  knownAt: Number.POSITIVE_INFINITY,
  knownBy: 'recorded',
} as const
