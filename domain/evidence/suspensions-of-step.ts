import type { Suspension } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { day, type Day } from '#domain/time/day.js'
import { datedFacts, surelyBefore, type DatedFact } from './dated-fact.js'
import { eventsOf } from './evidence-of-step.js'

/**
 * Each suspension with the resumption that ended it: the first that came after it. With imprecise dates it may be any
 * that is not surely before it, and is at the latest the first that is surely after it; where none is, a resumption that
 * may have come after is taken to have.
 */
export const suspensionsOf = (facts: readonly FactOnRecord[]): readonly Suspension[] => {
  const resumptions = datedFacts(facts, 'resumed')
  return datedFacts(facts, 'suspended').map((suspension) => {
    const after = resumptions.filter((resumption) => !surelyBefore(resumption, suspension))
    const from = suspension.range
    if (after.length === 0) return { from, events: eventsOf([suspension.told]) }
    const surely = after.filter((resumption) => surelyBefore(suspension, resumption))
    const earliest = firstDay(after.map(({ range }) => range.earliest))
    const latest =
      surely.length > 0
        ? firstDay(surely.map(({ range }) => range.latest))
        : lastDay(after.map(({ range }) => range.latest))
    const bounds = ({ range }: DatedFact) => range.earliest === earliest || range.latest === latest
    return {
      from,
      to: { earliest: earliest < from.earliest ? from.earliest : earliest, latest },
      events: eventsOf([suspension.told, ...after.filter(bounds).map(({ told }) => told)]),
    }
  })
}

const firstDay = (days: readonly Day[]): Day => day(Math.min(...days))
const lastDay = (days: readonly Day[]): Day => day(Math.max(...days))
