import { present } from '#domain/kernel/present.js'
import { allRanksOf, spellsOf } from '#domain/maturity/spells.js'
import { addDuration } from '#domain/time/duration.js'
import { FIRST_DAY } from '#domain/time/day.js'
import type { Derivation, FoldedOrganisation } from '../kept-model.js'
import { assessLineage } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { StandingsRow } from './standings-row.js'

/**
 * The positions of an organisation under a model, from all that its stream tells and those of whom it succeeded.
 * Everything that is recorded is known. An organisation that was never registered is told of by the registry; here its
 * facts count all the same, as they do in its trajectory.
 */
export const standingsRowOf =
  ({ model, hash }: Pick<ModelNamed, 'model' | 'hash'>) =>
  (organisation: FoldedOrganisation): Derivation<StandingsRow> => {
    const trajectory = assessLineage(organisation, model, { horizon, causes: false })
    const sets = trajectory.position.ranked.map((position) => position.sets)
    const { ends, endsBy } = trajectory.existence
    return {
      derived: true,
      row: present({
        id: organisation.id,
        model: hash,
        spells: spellsOf(sets, FIRST_DAY, allRanksOf).map(({ begin, ranks }) => ({ begin, ranks })),
        begins: trajectory.begin,
        ends,
        endsBy,
      }),
    }
  }

/** It cuts only what is shown, and nothing of that is kept. */
const horizon = addDuration(FIRST_DAY, { months: 0, days: 1 })
