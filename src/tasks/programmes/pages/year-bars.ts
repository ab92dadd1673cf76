import { scaleBand, scaleLinear } from 'd3-scale'
import type { Count } from '#projections/asked/programmes/year-counts.js'

/** One year drawn: what is certain from the ground up, what is possible on top of it. Pixels. */
export interface YearBar {
  readonly year: number
  readonly count: Count
  readonly x: number
  readonly width: number
  readonly certainY: number
  readonly possibleY: number
}

export interface YearBars {
  readonly bars: readonly YearBar[]
  readonly ticks: readonly { readonly y: number; readonly label: string }[]
  readonly ground: number
}

export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly ground: number
}

/** Counts by year as stacked bars within a frame. */
export const yearBars = (
  counts: readonly { readonly year: number; readonly count: Count }[],
  { left, right, top, ground }: Frame,
): YearBars => {
  const most = Math.max(1, ...counts.map(({ count }) => count.certain + count.possible))
  const x = scaleBand<number>(
    counts.map(({ year }) => year),
    [left, right],
  ).padding(0.25)
  const y = scaleLinear([0, most], [ground, top]).nice(Math.min(5, most))
  return {
    bars: counts.map(({ year, count }) => ({
      year,
      count,
      x: tenths(x(year) ?? left),
      width: tenths(x.bandwidth()),
      certainY: tenths(y(count.certain)),
      possibleY: tenths(y(count.certain + count.possible)),
    })),
    ticks: y
      .ticks(Math.min(5, most))
      .filter(Number.isInteger)
      .map((value) => ({ y: tenths(y(value)), label: String(value) })),
    ground,
  }
}

/** Finer is not seen, and would only make the page longer. */
const tenths = (pixels: number): number => Math.round(pixels * 10) / 10
