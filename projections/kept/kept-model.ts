import type { Lineage } from '#domain/evidence/lineage.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { historyOf } from '#domain/organisation/history.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'

/**
 * A read model over organisations: one row for each, and the view that answers questions about all of them.
 *
 * A row is derived from the whole state of its organisation, not from the row before: a correction or a retraction
 * changes what an earlier event meant, and a row small enough to serve does not keep what is needed to take that meaning
 * back. The rules of corrections then stand in one place, the organisation's history, and a row does not depend on how
 * events came in batches. That costs a look at every fact of the organisations that a batch tells of, and at nothing of
 * any other: of ten thousand facts some milliseconds a model. What streams say of each other (who succeeded whom) is the
 * view's matter: no event touches two rows, unless a model says that its rows rest on predecessors as well.
 */
export interface KeptModel<Row extends OrganisationRow, View> {
  readonly name: string
  /** To be raised whenever the same events give other rows: they are then built anew. */
  readonly version: number
  /** The first version whose rows this code can still show while it builds its own. */
  readonly readableSince: number
  /** Pure: the same state gives the same row, which is plain JSON. The state is read, and not kept: see `GrowingHistory`. */
  readonly rowOf: (organisation: FoldedOrganisation) => Derivation<Row>
  /** Then an event of one organisation derives anew the rows of all that came after it; else `predecessors` is empty. */
  readonly restsOnPredecessors?: true
  /** False where rows were derived from something else than events that is now another, such as a model: they are built anew. */
  readonly isCurrent?: (view: View) => boolean
  readonly viewOf: (rows: readonly Row[]) => View
  /**
   * The view with rows added, or put in the place of those of the same organisations. The one before stays as it is, and
   * none of it is copied: this runs on every write, and costs what was written.
   */
  readonly withRows: (view: View, rows: readonly Row[]) => View
}

export interface OrganisationRow {
  readonly id: OrganisationId
}

/** One organisation as everything that was recorded tells it, with those that it succeeded. */
export interface FoldedOrganisation extends Lineage {
  /** When the last event of its own stream was recorded. */
  readonly recordedAt: Instant
}

/** The same from streams that were read. */
export const foldedOrganisation = ({ id, events, predecessors }: LineageEvents): FoldedOrganisation => ({
  id,
  history: historyOf(events),
  recordedAt: events.at(-1)?.recordedAt ?? 0,
  predecessors: predecessors.map(foldedOrganisation),
})

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
