import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'

/** From `min` to `max`, both included; the same number twice where a source gives one. */
export interface Span {
  readonly min: number
  readonly max: number
}

export interface Length extends Span {
  readonly unit: 'days' | 'weeks' | 'months'
  /** What the number leaves out: «trois semaines séparées». */
  readonly note?: Labels
}

/** In euros. Never without its year, its scope and who pays: a price alone says nothing. */
export interface Price extends Span {
  readonly year: number
  readonly scope: Labels
  readonly payer: Labels
}

/** A programme as it was announced at some time. What sites really did is in their own steps. */
export interface ProgrammeEdition {
  /** As the history names it; absent where there is one only. */
  readonly edition?: string
  readonly years: { readonly from: number; readonly to?: number }
  readonly length?: Length
  readonly team?: Labels
  readonly participants?: Span
  readonly price?: Price
  readonly conditions?: Labels
  /** The documents that these figures come from. */
  readonly sources: readonly string[]
}

/** A programme that can bring a step about. */
export interface Programme {
  /** As in the field `programme` of a fact. */
  readonly code: string
  readonly labels: Labels
  /** The kinds of step that it brings. */
  readonly kinds: readonly KindCode[]
  /** Several organisations go through it together. */
  readonly collective: boolean
  /** Whether a commune, an intercommunalité or a PETR can take part with its own means, and why. */
  readonly small: { readonly fits: boolean; readonly because: Labels }
  /** What facts name as its edition is the number of a printed booklet: two sites bear the same one, and it groups nothing. */
  readonly numberedBooklets?: true
  /** Oldest first. */
  readonly editions: readonly [ProgrammeEdition, ...ProgrammeEdition[]]
}
