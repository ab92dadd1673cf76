import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { foldedOrganisation, type Derivation, type FoldedOrganisation } from '#projections/kept/kept-model.js'

/** The row of a derivation that must give one. */
export const rowDerived = <Row>(derivation: Derivation<Row>): Row => {
  if (!derivation.derived) throw new Error(derivation.reason)
  return derivation.row
}

/** One organisation without predecessors, as its events tell it. */
export const foldedAlone = (id: OrganisationId, events: readonly RecordedEvent[]): FoldedOrganisation =>
  foldedOrganisation({ id, events, predecessors: [] })
