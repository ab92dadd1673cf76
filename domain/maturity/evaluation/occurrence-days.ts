import { FIRST_DAY, type Day, addDuration, type Duration } from '#domain/time/day.js'
import type { Interval } from '#domain/time/interval-set.js'
import type { Where } from '#domain/maturity/model/criterion.js'
import type { Inheritance, Occurrence } from './evidence.js'
import { type EvidenceIndex, matchAttributes } from './matching.js'

/** An occurrence that matches at least possibly. */
export interface MatchingOccurrence {
  readonly occurrence: Occurrence
  readonly certain: boolean
}

/** Those of the kinds that match `where`. What a predecessor left and may be gone matches only possibly. */
export const matchingOccurrences = (
  index: EvidenceIndex,
  kinds: readonly string[],
  where: Where,
): readonly MatchingOccurrence[] => {
  const matching: MatchingOccurrence[] = []
  for (const kind of kinds) {
    for (const occurrence of index.occurrences.get(kind) ?? []) {
      const { certain, possible } = matchAttributes(where, occurrence.attributes)
      if (possible) matching.push({ occurrence, certain: certain && (occurrence.inherited?.surely ?? true) })
    }
  }
  return matching
}

/** The days on which it has happened for certain, and for at most so long: from its latest day on. */
export const certainDays = (occurrence: Occurrence, atMost: Duration | undefined): Interval => ({
  begin: countsFrom(occurrence.range.latest, occurrence.inherited),
  end: atMost === undefined ? null : addDuration(occurrence.range.earliest, atMost),
})

/** The days on which it may have happened, and for at most so long: from its earliest day on. */
export const possibleDays = (occurrence: Occurrence, atMost: Duration | undefined): Interval => ({
  begin: countsFrom(occurrence.range.earliest, occurrence.inherited),
  end: atMost === undefined ? null : addDuration(occurrence.range.latest, atMost),
})

/** Inherited evidence counts from the succession on; nothing counts before the first day of all. */
export const countsFrom = (day: Day, inherited: Inheritance | undefined): Day => {
  const from = inherited !== undefined && inherited.since > day ? inherited.since : day
  return from > FIRST_DAY ? from : FIRST_DAY
}
