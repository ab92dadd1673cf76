import type { EventId } from '#domain/kernel/identifiers.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { carriesStep } from '#domain/steps/carrying.js'

/** The events of some facts, with those that corrected them: replaying only these gives the same facts. */
export const eventsOf = (facts: readonly FactOnRecord[]): readonly EventId[] =>
  facts.flatMap(({ id, amendments }) => [id, ...amendments.map((amendment) => amendment.id)])

/**
 * The events behind evidence that rests on some facts of a life. That the organisation carries the step may be told by
 * others of that life: without them, a replay would give the evidence of a supporter.
 */
export const eventsBehind = (
  facts: readonly FactOnRecord[],
  life: readonly FactOnRecord[],
): readonly EventId[] => {
  const carries = ({ kind, fact }: FactOnRecord): boolean => carriesStep(kind, fact.role)
  if (facts.some(carries)) return eventsOf(facts)
  return eventsOf([...facts, ...life.filter(carries)])
}
