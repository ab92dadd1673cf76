import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { KeptModel } from '../kept-model.js'
import { RowsById } from '../rows-by-id.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { standingsRowOf } from './row-of-standings.js'
import type { StandingsRow } from './standings-row.js'

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
