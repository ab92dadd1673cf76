import type { LeafEvidenceOf } from '#domain/maturity/contributions.js'
import type { Evaluated } from '#domain/maturity/evaluate.js'
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
): readonly Unsettled[] => distinct(within(evaluated, pair, day, leafEvidence))

const within = (
  { criterion, sets, parts }: Evaluated,
  pair: Pair,
  day: Day,
  leafEvidence: LeafEvidenceOf,
): readonly Unsettled[] => {
  const holds = holdsOn(sets, day)
  const { sure, perhaps } = readingsOf[pair]
  if (holds[sure] || !holds[perhaps]) return []
  switch (criterion.form) {
    case 'count':
    case 'sum':
    case 'standing':
      return unsettledOf(criterion, pair, day, leafEvidence)
    case 'not':
      return parts.flatMap((part) => within(part, pair === 'fresh' ? 'lasting' : 'fresh', day, leafEvidence))
    case 'all':
    case 'any':
    case 'of':
    case 'level':
      return parts.flatMap((part) => within(part, pair, day, leafEvidence))
  }
}
