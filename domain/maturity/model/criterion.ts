import type { Duration } from '#domain/time/day.js'

/** What one attribute must be. All that is present must hold of the same value. */
export interface Comparison {
  readonly attribute: string
  readonly atLeast?: number
  readonly atMost?: number
  readonly oneOf?: readonly (string | number | boolean)[]
  readonly known: boolean
}

/** Every comparison must match. */
export type Where = readonly Comparison[]

interface Placed {
  /** Where the criterion stands in the model, as a JSON pointer (RFC 6901): `/dimensions/0/levels/1/criterion/any/0`. */
  readonly path: string
}

export interface CountCriterion extends Placed {
  readonly form: 'count'
  readonly kinds: readonly string[]
  readonly atLeast: number
  readonly within?: Duration
  readonly where: Where
  readonly fresh?: Duration
}

export interface SumCriterion extends Placed {
  readonly form: 'sum'
  readonly quantity: string
  readonly kinds: readonly string[]
  readonly atLeast: number
  readonly within?: Duration
  readonly where: Where
  /** What an occurrence without the figure may have added at most. */
  readonly unknownAtMost: number
  readonly fresh?: Duration
}

export interface StandingCriterion extends Placed {
  readonly form: 'standing'
  readonly kind: string
  readonly atLeast: number
  readonly for?: Duration
  readonly where: Where
  readonly fresh?: Duration
}

/** Reads the levels from `atLeast` up of a dimension, those below `below` only. */
export interface LevelCriterion extends Placed {
  readonly form: 'level'
  readonly dimension: string
  readonly atLeast: number
  readonly below: number
}

/** What is asked of evidence itself. */
export type LeafCriterion = CountCriterion | SumCriterion | StandingCriterion

/** A criterion of a model, parsed once: durations read, defaults filled in. */
export type Criterion =
  | LeafCriterion
  | LevelCriterion
  | (Placed & { readonly form: 'all' | 'any'; readonly parts: readonly Criterion[] })
  | (Placed & { readonly form: 'of'; readonly atLeast: number; readonly parts: readonly Criterion[] })
  | (Placed & { readonly form: 'not'; readonly part: Criterion })
