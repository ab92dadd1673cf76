import type { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import type { LeafEvidenceOf } from './contributions.js'
import type { Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import { NEGATED, type Reading } from '#domain/maturity/evaluation/four-sets.js'

/** One statement that a proof must uphold: on the day this criterion holds, or does not, in this reading. */
export interface Claim {
  readonly evaluated: Evaluated
  readonly reading: Reading
}

/**
 * The evidence on which claims rest on a day, each as it is there. A leaf can only lose by evidence left out, so one
 * that does not hold needs none; one that does needs all that counts on the day. A negation swaps the two.
 */
export const evidenceOf = (
  claims: readonly Claim[],
  day: Day,
  leafEvidence: LeafEvidenceOf,
): ReadonlySet<Occurrence | Standing> => {
  const cited = new Set<Occurrence | Standing>()

  /** Levels are read by many criteria: what was cited in a reading is not gone through again. */
  const passed = new Map<Evaluated, Set<Reading>>()

  const cite = (evaluated: Evaluated, reading: Reading): void => {
    const { criterion, sets, parts } = evaluated
    const before = passed.get(evaluated) ?? new Set()
    if (before.has(reading)) return
    passed.set(evaluated, before.add(reading))
    const holds = contains(sets[reading], day)
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing':
        if (!holds) return
        for (const { evidence, counts, refreshes } of leafEvidence(criterion, reading)) {
          if (contains(counts, day) || contains(refreshes, day)) cited.add(evidence)
        }
        return
      case 'not':
        for (const part of parts) cite(part, NEGATED[reading])
        return
      case 'all':
      case 'any':
      case 'of':
      case 'level':
        for (const part of parts) if (contains(part.sets[reading], day) === holds) cite(part, reading)
    }
  }

  for (const { evaluated, reading } of claims) cite(evaluated, reading)
  return cited
}

/**
 * The events to cite for evidence: all those of its steps. Part of a step's life would be other evidence: a lab whose
 * end is left out still stands.
 */
export const eventsOf = (
  cited: ReadonlySet<Occurrence | Standing>,
  evidence: Evidence,
): readonly EventId[] => {
  const steps = new Set<StepId>([...cited].map(({ stepId }) => stepId))
  const events = new Set<EventId>()
  for (const one of [...evidence.occurrences, ...evidence.standings]) {
    if (!steps.has(one.stepId)) continue
    for (const event of one.events) events.add(event)
    if ('news' in one) for (const event of one.news.flatMap((heard) => heard.events)) events.add(event)
  }
  return [...events].sort()
}
