import type { Comparison, Where } from '#domain/maturity/model/criterion.js'
import type { Attributes, AttributeValue, Evidence, Occurrence, Standing } from './evidence.js'

/** Evidence by kind: a criterion looks only at what it asks for. */
export interface EvidenceIndex {
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>
  readonly standings: ReadonlyMap<string, readonly Standing[]>
}

/** Indexes what counts under the model: without inheritance, only what the organisation did itself. */
export const indexEvidence = (evidence: Evidence, inheritance: 'full' | 'none'): EvidenceIndex => {
  const counts = (one: Occurrence | Standing) => inheritance === 'full' || one.inherited === undefined
  return {
    occurrences: byKind(evidence.occurrences.filter(counts)),
    standings: byKind(evidence.standings.filter(counts)),
  }
}

const byKind = <One extends { readonly kind: string }>(
  all: readonly One[],
): ReadonlyMap<string, readonly One[]> => {
  const kinds = new Map<string, One[]>()
  for (const one of all) {
    const same = kinds.get(one.kind)
    if (same === undefined) kinds.set(one.kind, [one])
    else same.push(one)
  }
  return kinds
}

/** `certain`: for every value that the attribute may have. `possible`: for some. */
export interface Match {
  readonly certain: boolean
  readonly possible: boolean
}

const SURELY: Match = { certain: true, possible: true }
const PERHAPS: Match = { certain: false, possible: true }
const IMPOSSIBLE: Match = { certain: false, possible: false }

const either = (matches: boolean): Match => (matches ? SURELY : IMPOSSIBLE)

/** Matches every comparison. Attributes vary on their own, so each is asked by itself. */
export const matchAttributes = (where: Where, attributes: Attributes): Match => {
  let certain = true
  for (const comparison of where) {
    const match = matchValue(comparison, attributes[comparison.attribute])
    if (!match.possible) return IMPOSSIBLE
    certain &&= match.certain
  }
  return certain ? SURELY : PERHAPS
}

/** Matches one value, unknown if undefined; all that the comparison states is asked of the same value. */
export const matchValue = (comparison: Comparison, value: AttributeValue | undefined): Match => {
  const match = value === undefined ? matchUnknown(comparison) : matchStated(comparison, value)
  return comparison.known ? either(value !== undefined && match.certain) : match
}

/** Whether any value at all could match: a comparison that contradicts itself never does. */
export const isSatisfiable = (comparison: Comparison): boolean =>
  matchUnknown({ ...comparison, known: false }).possible

const matchUnknown = (comparison: Comparison): Match => {
  const { atLeast, atMost, oneOf } = comparison
  const anyQuantity = { type: 'quantity', min: 0, max: Number.POSITIVE_INFINITY } as const
  if (atLeast !== undefined || atMost !== undefined) return matchStated(comparison, anyQuantity)
  if (oneOf === undefined || (oneOf.includes(true) && oneOf.includes(false))) return SURELY
  return oneOf.some((one) => typeof one !== 'number') ? PERHAPS : matchStated(comparison, anyQuantity)
}

const matchStated = (comparison: Comparison, value: AttributeValue): Match => {
  const { atLeast, atMost, oneOf } = comparison
  if (value.type === 'quantity') return matchQuantity(comparison, value.min, value.max)
  if (atLeast !== undefined || atMost !== undefined) return IMPOSSIBLE
  if (oneOf === undefined) return SURELY
  switch (value.type) {
    case 'flag':
      return either(oneOf.includes(value.value))
    case 'codes':
      return either(value.values.some((code) => oneOf.includes(code)))
    case 'one-of': {
      const matches = value.codes.filter((code) => oneOf.includes(code)).length
      return matches > 0 && matches < value.codes.length ? PERHAPS : either(matches > 0)
    }
  }
}

const matchQuantity = ({ atLeast, atMost, oneOf }: Comparison, min: number, max: number): Match => {
  const low = Math.max(min, atLeast ?? min)
  const high = Math.min(max, atMost ?? max)
  const possible =
    low <= high &&
    (oneOf === undefined || oneOf.some((one) => typeof one === 'number' && low <= one && one <= high))
  if (!possible) return IMPOSSIBLE
  const everyValue = low === min && high === max && (oneOf === undefined || min === max)
  return everyValue ? SURELY : PERHAPS
}
