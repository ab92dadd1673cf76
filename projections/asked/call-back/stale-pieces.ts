import type { LeafEvidenceOf } from '#domain/maturity/reasons/contributions.js'
import type { LeafCriterion } from '#domain/maturity/model/criterion.js'
import { type Evaluated, evaluateOneStanding } from '#domain/maturity/evaluation/evaluate.js'
import type { Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import { isStanding, type Piece } from '#projections/asked/explanation/pieces.js'

/** A piece of evidence whose last news are too old; `contrary` where it speaks against the position: an obstacle. */
export interface StalePiece {
  readonly piece: Piece
  readonly contrary: boolean
}

/** Between which two readings staleness lies: under a negation it does between the two that are sure. */
const sides = {
  for: { wide: 'unrefuted', fresh: 'possible' },
  against: { wide: 'kept', fresh: 'certain' },
} as const
type Side = keyof typeof sides

/** What a criterion rests on that nothing refutes, but that went stale: each step once, as what stands if it does. */
export const stalePiecesIn = (
  evaluated: Evaluated,
  day: Day,
  leafEvidence: LeafEvidenceOf,
): readonly StalePiece[] => {
  const byStep = new Map<string, StalePiece>()
  for (const one of within(evaluated, 'for', day, leafEvidence)) {
    const known = byStep.get(one.piece.stepId)
    if (known === undefined || (!isStanding(known.piece) && isStanding(one.piece))) {
      byStep.set(one.piece.stepId, one)
    }
  }
  return [...byStep.values()]
}

const within = (
  { criterion, sets, parts }: Evaluated,
  side: Side,
  day: Day,
  leafEvidence: LeafEvidenceOf,
): readonly StalePiece[] => {
  const { wide, fresh } = sides[side]
  if (!contains(sets[wide], day) || contains(sets[fresh], day)) return []
  switch (criterion.form) {
    case 'count':
    case 'sum':
    case 'standing':
      return stalePiecesOf(criterion, side, day, leafEvidence)
    case 'not':
      return parts.flatMap((part) => within(part, side === 'for' ? 'against' : 'for', day, leafEvidence))
    case 'all':
    case 'any':
    case 'of':
    case 'level':
      return parts.flatMap((part) => within(part, side, day, leafEvidence))
  }
}

const stalePiecesOf = (
  leaf: LeafCriterion,
  side: Side,
  day: Day,
  leafEvidence: LeafEvidenceOf,
): readonly StalePiece[] => {
  const { wide, fresh } = sides[side]
  return leafEvidence(leaf, wide)
    .filter(({ counts }) => contains(counts, day))
    .map(({ evidence }) => evidence)
    .filter(
      (piece) =>
        leaf.form !== 'standing' ||
        !isStanding(piece) ||
        !contains(evaluateOneStanding(leaf, piece)[fresh], day),
    )
    .map((piece) => ({ piece, contrary: side === 'against' }))
}
