import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { KeptModel, Derivation, FoldedOrganisation } from '../kept-model.js'
import { RowsById } from '#projections/kept/sorted-tree.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { present } from '#domain/kernel/present.js'
import { allRanksOf, spellsOf, type Ranks } from '#domain/maturity/spells.js'
import { addDuration, FIRST_DAY, type Day } from '#domain/time/day.js'
import { assessLineage } from '#domain/trajectory/assess-organisation.js'
import type { Existence } from '#domain/maturity/trajectory.js'

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

/** Where every organisation stands, on every day, under one model. */
export type Standings = ReadonlyMap<OrganisationId, StandingsRow>

/**
 * Where everyone stands under a model, for lists and counts. A row holds all its days, so that neither midnight nor a
 * question about another day asks anything of the engine; it names its model, and under another one all rows are built
 * anew beside those that serve, which go on naming theirs. A successor's row rests on its predecessors' streams.
 */
export const standingsUnder = (
  named: Pick<ModelNamed, 'model' | 'hash'>,
): KeptModel<StandingsRow, RowsById<StandingsRow>> => ({
  name: 'standings',
  version: 2,
  readableSince: 1,
  rowOf: standingsRowOf(named),
  restsOnPredecessors: true,
  isCurrent: (standings) => modelOf(standings) === undefined || modelOf(standings) === named.hash,
  viewOf: (rows) => RowsById.of(rows),
  withRows: (standings, rows) => standings.with(rows),
})

/** The hash of the model under which all of them were computed; undefined where there are none. */
export const modelOf = (standings: Standings): string | undefined => standings.values().next().value?.model

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
