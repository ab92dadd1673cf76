import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'

/**
 * A read model over organisations: one row for each, and the view that answers questions about all of them.
 *
 * A row is derived from everything that its organisation's stream tells, not folded event by event onto the row before:
 * a correction or a retraction changes what an earlier event meant, and a row small enough to serve does not keep what
 * is needed to take that meaning back. The rules of corrections then stand in one place, the organisation's history,
 * and a row does not depend on how events came in batches. Whoever runs a projection reads each touched stream once a
 * batch. What streams say of each other (who succeeded whom) is the view's matter: no event touches two rows, unless a
 * projection says that its rows rest on the streams of predecessors as well.
 *
 * It takes every event of an organisation's stream: one of a type that this program does not know has to be met to be
 * named.
 */
export interface Projection<Row extends OrganisationRow, View> {
  readonly name: string
  /** To be raised whenever the same events give other rows: they are then built anew. */
  readonly version: number
  /** The first version whose rows this code can still show while it builds its own. */
  readonly readableSince: number
  /** Pure: the same events give the same row, which is plain JSON. */
  readonly rowOf: (
    id: OrganisationId,
    events: readonly RecordedEvent[],
    predecessors: readonly LineageEvents[],
  ) => Derivation<Row>
  /** Then an event of one organisation derives anew the rows of all that came after it; else `predecessors` is empty. */
  readonly restsOnPredecessors?: true
  /** False where rows were derived from something else than events that is now another, such as a model: they are built anew. */
  readonly isCurrent?: (view: View) => boolean
  readonly viewOf: (rows: readonly Row[]) => View
  /** The view with rows added, or put in the place of those of the same organisations. The one before stays as it is. */
  readonly withRows: (view: View, rows: readonly Row[]) => View
}

export interface OrganisationRow {
  readonly id: OrganisationId
}

/** `reason`, French and English, says what is wrong with a stream that gives no row. */
export type Derivation<Row> =
  { readonly derived: true; readonly row: Row } | { readonly derived: false; readonly reason: string }

/** Facts of an organisation that nobody registered: most rows begin with its name. */
export const notRegistered: Derivation<never> = {
  derived: false,
  reason:
    'Des faits sont enregistrés, mais l’organisation ne l’est pas : l’enregistrer. ' +
    '(Facts are on record, but the organisation was never registered: register it.)',
}
