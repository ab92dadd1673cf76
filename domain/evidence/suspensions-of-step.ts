import type { Suspension } from '#domain/maturity/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { rangeOfFact } from '#domain/steps/fact-range.js'
import type { DayRange } from '#domain/time/day-range.js'
import { eventsBehind } from './events-behind.js'

interface DatedFact {
  readonly told: FactOnRecord
  readonly range: DayRange
}

/** Each suspension with the resumption that ended it: the first one that can come after it and before the next suspension. */
export const suspensionsOf = (facts: readonly FactOnRecord[]): readonly Suspension[] => {
  const suspended = inOrder(facts.filter(({ stage }) => stage === 'suspended'))
  const resumed = inOrder(facts.filter(({ stage }) => stage === 'resumed'))
  return suspended.map((suspension, index) => {
    const next = suspended[index + 1]
    const resumption = resumed.find(
      ({ range }) =>
        range.latest > suspension.range.earliest &&
        (next === undefined || range.earliest <= next.range.latest) &&
        range.earliest >= suspension.range.earliest,
    )
    const told = resumption === undefined ? [suspension.told] : [suspension.told, resumption.told]
    return {
      from: suspension.range,
      ...(resumption === undefined ? {} : { to: resumption.range }),
      events: eventsBehind(told),
    }
  })
}

const inOrder = (facts: readonly FactOnRecord[]): readonly DatedFact[] =>
  facts
    .map((told) => ({ told, range: rangeOfFact(told.fact, told.recordedOn) }))
    .sort((one, other) => one.range.earliest - other.range.earliest || one.told.order - other.told.order)
