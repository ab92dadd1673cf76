import type { FactOnRecord } from '#domain/organisation/history.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { DayRange } from '#domain/time/day-range.js'

/** A fact with the days on which it may have happened, and its place among the facts of its step. */
export interface DatedFact {
  readonly told: FactOnRecord
  readonly range: DayRange
  /** Later recorded is greater. */
  readonly place: number
}

/** The facts of some stages with their days. */
export const datedFacts = (
  facts: readonly FactOnRecord[],
  ...stages: readonly FactStage[]
): readonly DatedFact[] =>
  facts.flatMap((told, place) =>
    stages.includes(told.stage) ? [{ told, range: daysOfFact(told), place }] : [],
  )

/** Whether one came before the other whatever days both were; on the same day, the one that was recorded first. */
export const surelyBefore = (one: DatedFact, other: DatedFact): boolean =>
  one.range.latest < other.range.earliest ||
  (one.range.latest === other.range.earliest && one.place < other.place)

/** The days on which the first of several imprecise moments may have been; undefined when there is none. */
export const earliestOf = (ranges: readonly (DayRange | undefined)[]): DayRange | undefined =>
  ranges
    .filter((range) => range !== undefined)
    .reduce<DayRange | undefined>(
      (first, range) =>
        first === undefined
          ? range
          : {
              earliest: range.earliest < first.earliest ? range.earliest : first.earliest,
              latest: range.latest < first.latest ? range.latest : first.latest,
            },
      undefined,
    )
