import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Projection } from '../projection.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { standingsRowOf } from './row-of-standings.js'
import type { StandingsRow } from './standings-row.js'

/** Where every organisation stands, on every day, under one model. */
export type Standings = ReadonlyMap<OrganisationId, StandingsRow>

const withRows = (standings: Standings, rows: readonly StandingsRow[]): Standings => {
  const next = new Map(standings)
  for (const row of rows) next.set(row.id, row)
  return next
}

/**
 * Where everyone stands under a model, for lists and counts. A row holds all its days, so that neither midnight nor a
 * question about another day asks anything of the engine; it names its model, and under another one all rows are built
 * anew beside those that serve, which go on naming theirs. A successor's row rests on its predecessors' streams.
 */
export const standingsUnder = (
  named: Pick<ModelNamed, 'model' | 'hash'>,
): Projection<StandingsRow, Standings> => ({
  name: 'standings',
  version: 2,
  readableSince: 1,
  rowOf: standingsRowOf(named),
  restsOnPredecessors: true,
  isCurrent: (standings) => modelOf(standings) === undefined || modelOf(standings) === named.hash,
  viewOf: (rows) => withRows(new Map(), rows),
  withRows,
})

/** The hash of the model under which all of them were computed; undefined where there are none. */
export const modelOf = (standings: Standings): string | undefined => standings.values().next().value?.model
