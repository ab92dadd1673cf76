import type { Derivation } from '#projections/kept/projection.js'

/** The row of a derivation that must give one. */
export const rowDerived = <Row>(derivation: Derivation<Row>): Row => {
  if (!derivation.derived) throw new Error(derivation.reason)
  return derivation.row
}
