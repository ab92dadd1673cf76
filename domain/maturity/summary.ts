import { highestOf, type Ranks } from './spells.js'

/**
 * How the highest rank that nothing refutes stands: `held` for certain; `possible`: a date or a figure is too vague;
 * `stale`: to be confirmed, `surely` where it held for certain until its evidence went stale; `none`: no rank at all.
 */
export type State =
  | { readonly state: 'held' }
  | { readonly state: 'possible' }
  | { readonly state: 'stale'; readonly surely: boolean }
  | { readonly state: 'none' }

/** The highest rank that nothing refutes, with its state, and beside it the highest that is held, if that is another. */
export type RankSummary = State & {
  /** 0 when none. */
  readonly rank: number
  /** The highest rank held for certain; 0 when none. */
  readonly held: number
}

/** Sums up which ranks hold in each reading. Never an average. */
export const summaryOf = (ranks: Ranks): RankSummary => {
  const rank = highestOf(ranks.unrefuted)
  const held = highestOf(ranks.certain)
  if (rank === 0) return { state: 'none', rank, held }
  const holds = (mask: number) => ((mask >> (rank - 1)) & 1) === 1
  if (holds(ranks.certain)) return { state: 'held', rank, held }
  if (holds(ranks.possible)) return { state: 'possible', rank, held }
  return { state: 'stale', surely: holds(ranks.kept), rank, held }
}
