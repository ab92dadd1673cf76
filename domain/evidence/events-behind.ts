import type { EventId } from '#domain/identifiers/identifiers.js'
import type { FactOnRecord } from '#domain/organisation/history.js'

/** The events behind some facts, with those that corrected them: replaying only these gives the same facts. */
export const eventsBehind = (facts: readonly FactOnRecord[]): readonly EventId[] =>
  facts.flatMap(({ id, amendments }) => [id, ...amendments.map((amendment) => amendment.id)])
