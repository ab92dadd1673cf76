import type { Labels } from '#domain/kernel/labels.js'
import type { Explanation } from '#projections/asked/explanation/explanation.js'
import type { SpellView, TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'

/** How a stretch of a lane is drawn: each look differs without colour too. */
export type BandLook = 'certain' | 'possible' | 'stale'

/** A stretch of time at some ranks of a lane: from above rank `low` up to rank `high`. */
export interface Band {
  readonly look: BandLook
  /** ISO days; `end` is the first day after. */
  readonly begin: string
  readonly end: string
  readonly low: number
  readonly high: number
}

/** A stretch of time in which the level and how sure it is stay the same, for the table. */
export interface Stretch extends Pick<SpellView, 'begin' | 'end' | 'ends' | 'state'> {
  /** The highest rank that nothing refutes; 0 where nothing was observed. */
  readonly rank: number
}

/** The position or one dimension over time. */
export interface Lane {
  readonly key: string
  readonly label: Labels
  /** The names of its ranks, the lowest first. */
  readonly ranks: readonly Labels[]
  readonly bands: readonly Band[]
  readonly stretches: readonly Stretch[]
}

/** The lanes of a trajectory: the position on top, then the dimensions in the order of the model. */
export const lanesOf = (
  { spells }: Pick<TrajectoryView, 'spells'>,
  { position, dimensions }: Pick<Explanation, 'position' | 'dimensions'>,
  positionLabel: Labels,
): readonly Lane[] => [
  laneOf('position', positionLabel, position.positions, spells.position),
  ...dimensions.map(({ dimension: { code, labels }, levels }) =>
    laneOf(code, labels, levels, spells.dimensions.find(({ dimension }) => dimension === code)?.spells ?? []),
  ),
]

const laneOf = (
  key: string,
  label: Labels,
  ranks: readonly { readonly labels: Labels }[],
  spells: readonly SpellView[],
): Lane => ({
  key,
  label,
  ranks: ranks.map(({ labels }) => labels),
  bands: joined(spells.flatMap(bandsOf)),
  stretches: stretchesOf(spells),
})

/** What only a lower rank did meanwhile turns no line of the table. */
const stretchesOf = (spells: readonly SpellView[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const { begin, end, ends, state, unrefuted } of spells) {
    const rank = highest(unrefuted)
    const last = stretches.at(-1)
    if (last?.end === begin && last.rank === rank && last.state === state)
      stretches[stretches.length - 1] = { ...last, end, ends }
    else stretches.push({ begin, end, ends, state, rank })
  }
  return stretches
}

/** What is certain lies below what is possible, and that below what was so when last heard of. */
const bandsOf = ({ begin, end, certain, possible, unrefuted }: SpellView): readonly Band[] => {
  const sure = highest(certain)
  const perhaps = Math.max(sure, highest(possible))
  const last = Math.max(perhaps, highest(unrefuted))
  const band = (look: BandLook, low: number, high: number): readonly Band[] =>
    high > low ? [{ look, begin, end, low, high }] : []
  return [...band('certain', 0, sure), ...band('possible', sure, perhaps), ...band('stale', perhaps, last)]
}

/** Stretches that follow each other and look the same are one: what turned between them is drawn above or below. */
const joined = (bands: readonly Band[]): readonly Band[] => {
  const whole: Band[] = []
  for (const band of bands) {
    const before = whole.findIndex(
      ({ look, end, low, high }) =>
        look === band.look && end === band.begin && low === band.low && high === band.high,
    )
    const met = whole[before]
    if (met === undefined) whole.push(band)
    else whole[before] = { ...met, end: band.end }
  }
  return whole
}

const highest = (ranks: readonly number[]): number => Math.max(0, ...ranks)
