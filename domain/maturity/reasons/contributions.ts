import { NEVER, type IntervalSet } from '#domain/time/interval-set.js'
import type { LeafCriterion } from '#domain/maturity/model/criterion.js'
import type { Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import type { EvidenceIndex } from '#domain/maturity/evaluation/matching.js'
import { contributionsTo, type Contribution } from '#domain/maturity/evaluation/evaluate-count.js'
import { evaluateOneStanding } from '#domain/maturity/evaluation/evaluate.js'
import type { Reading } from '#domain/maturity/evaluation/four-sets.js'
import { certainDays, possibleDays } from '#domain/maturity/evaluation/occurrence-days.js'

/**
 * What one piece of evidence does for a leaf in one reading: the days on which it counts, and those on which it is the
 * news that keep the leaf fresh (of a standing both are one).
 */
export interface LeafEvidence {
  readonly evidence: Occurrence | Standing
  readonly counts: IntervalSet
  readonly refreshes: IntervalSet
}

/** Every piece of evidence that bears on a leaf in a reading. */
export type LeafEvidenceOf = (leaf: LeafCriterion, reading: Reading) => readonly LeafEvidence[]

/** Answers from an index. Computed when asked, since only explanations need it, and once: a leaf may flip often. */
export const leafEvidenceFrom = (index: EvidenceIndex): LeafEvidenceOf => {
  const known = new Map<LeafCriterion, Partial<Record<Reading, readonly LeafEvidence[]>>>()
  return (leaf, reading) => {
    const readings = known.get(leaf) ?? {}
    const before = readings[reading]
    if (before !== undefined) return before
    const evidence = leafEvidence(leaf, reading, index)
    known.set(leaf, { ...readings, [reading]: evidence })
    return evidence
  }
}

const leafEvidence = (
  leaf: LeafCriterion,
  reading: Reading,
  index: EvidenceIndex,
): readonly LeafEvidence[] =>
  leaf.form === 'standing'
    ? (index.standings.get(leaf.kind) ?? []).map((standing) => ({
        evidence: standing,
        counts: evaluateOneStanding(leaf, standing)[reading],
        refreshes: NEVER,
      }))
    : contributionsTo(leaf, index)
        .filter((contribution) => (onCertainSide(reading) ? contribution.least > 0 : contribution.most > 0))
        .map((contribution) => ({
          evidence: contribution.occurrence,
          ...daysIn(leaf, reading, contribution),
        }))

/** C and K count what is certain, P and U what is possible. */
export const onCertainSide = (reading: Reading): boolean => reading === 'certain' || reading === 'kept'

/** C and P ask that the news be fresh. */
const asksForNews = (reading: Reading): boolean => reading === 'certain' || reading === 'possible'

const daysIn = (
  leaf: Exclude<LeafCriterion, { form: 'standing' }>,
  reading: Reading,
  { occurrence }: Contribution,
): Omit<LeafEvidence, 'evidence'> => {
  const days = onCertainSide(reading) ? certainDays : possibleDays
  const filled = ({ begin, end }: ReturnType<typeof certainDays>): IntervalSet =>
    end !== null && end <= begin ? NEVER : [{ begin, end }]
  return {
    counts: filled(days(occurrence, leaf.within)),
    refreshes:
      leaf.fresh === undefined || !asksForNews(reading) ? NEVER : filled(days(occurrence, leaf.fresh)),
  }
}
