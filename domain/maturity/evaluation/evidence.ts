import type { EventId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { DayRange } from '#domain/time/day-range.js'
import type { Day } from '#domain/time/day.js'

/**
 * An attribute as evidence: a quantity between two bounds, one or several codes, or a yes or no. Unknown is absent; where
 * sources contradict each other about a single code, it is one of theirs.
 */
export type AttributeValue =
  | { readonly type: 'quantity'; readonly min: number; readonly max: number }
  | { readonly type: 'codes'; readonly values: readonly string[] }
  | { readonly type: 'one-of'; readonly codes: readonly string[] }
  | { readonly type: 'flag'; readonly value: boolean }

export type Attributes = Readonly<Record<string, AttributeValue>>

/**
 * Evidence that a predecessor left. It counts from `since` on (the last possible day of the succession).
 * `surely` is false for a standing of which nothing was heard since: a merger may have ended it, so it is only possible.
 */
export interface Inheritance {
  readonly from: OrganisationId
  readonly since: Day
  readonly surely: boolean
}

interface EvidenceOrigin {
  /** What it is evidence of: `residency`, `residency-completed`, `lab-planned`, `support`… (see vocabulary.ts). */
  readonly kind: string
  readonly stepId: StepId
  /** The events that it rests on: replaying only these gives the same evidence. */
  readonly events: readonly EventId[]
  readonly inherited?: Inheritance
}

/** Something that happened once, on some day of the range. */
export interface Occurrence extends EvidenceOrigin {
  readonly range: DayRange
  readonly attributes: Attributes
}

/** A day, or range of days, on which something was heard of a standing, and the events that told: several claims about one day are one news. */
export interface News {
  readonly range: DayRange
  readonly events: readonly EventId[]
}

/** From `from` to `to` the standing did not stand; `to` is absent while it has not resumed. */
export interface Suspension {
  readonly from: DayRange
  readonly to?: DayRange
  readonly events: readonly EventId[]
}

/** One attribute took a value on some day of the range, while the thing stood. */
export interface AttributeChange {
  readonly attribute: string
  readonly value: AttributeValue
  readonly range: DayRange
  /** Later recorded is greater: it decides between two changes on the same day. */
  readonly order: number
  readonly event: EventId
}

/** Something that stands for a time: a lab, a membership, a residency that runs. */
export interface Standing extends EvidenceOrigin {
  readonly begin: DayRange
  /** The first day on which it stood no longer; absent while no end is known. */
  readonly end?: DayRange
  readonly reason?: string
  /** As they were from the beginning; `changes` come on top. */
  readonly attributes: Attributes
  readonly changes: readonly AttributeChange[]
  readonly suspensions: readonly Suspension[]
  readonly news: readonly News[]
}

/** All that is known of one organisation's steps at some moment, in no particular order. */
export interface Evidence {
  readonly occurrences: readonly Occurrence[]
  readonly standings: readonly Standing[]
}
