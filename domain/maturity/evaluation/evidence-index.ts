import type { Evidence, Occurrence, Standing } from './evidence.js'

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
