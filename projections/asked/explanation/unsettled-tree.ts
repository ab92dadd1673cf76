import type { LeafEvidenceOf } from '#domain/maturity/reasons/contributions.js'
import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import type { Day } from '#domain/time/day.js'
import { holdsOn } from './node-answer.js'
import { distinct, readingsOf, unsettledOf, type Pair, type Unsettled } from './unsettled.js'

/**
 * Everything too vague behind a criterion that holds in the wider reading only. A composition that does has a part that
 * does; under a negation the part does so between the two other readings.
 */
export const unsettledIn = (
  evaluated: Evaluated,
  pair: Pair,
  day: Day,
  leafEvidence: LeafEvidenceOf,
): readonly Unsettled[] => {
  const found: Unsettled[] = []
  /** Levels are read by many criteria: each is gone through once. */
  const passed: Readonly<Record<Pair, Set<Evaluated>>> = { fresh: new Set(), lasting: new Set() }

  const visit = (one: Evaluated, asked: Pair): void => {
    if (passed[asked].has(one)) return
    passed[asked].add(one)
    const { criterion, sets, parts } = one
    const holds = holdsOn(sets, day)
    const { sure, perhaps } = readingsOf[asked]
    if (holds[sure] || !holds[perhaps]) return
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing':
        found.push(...unsettledOf(criterion, asked, day, leafEvidence))
        return
      case 'not':
        for (const part of parts) visit(part, asked === 'fresh' ? 'lasting' : 'fresh')
        return
      case 'all':
      case 'any':
      case 'of':
      case 'level':
        for (const part of parts) visit(part, asked)
    }
  }

  visit(evaluated, pair)
  return distinct(found)
}
