import { scaleUtc } from 'd3-scale'
import type { ToldStep } from '#src/tasks/telling/use-cases/tell-organisation.js'
import type { Lane } from './picture-lanes.js'

/** What lies ahead is drawn for so many years. */
const YEARS_AHEAD = 3
/** An open beginning is no reason to draw an empty century. */
const YEARS_BEFORE_KNOWN = 1

export interface PictureTime {
  /** From an ISO day to a place, held within the picture. */
  readonly x: (isoDay: string) => number
  readonly years: readonly { readonly x: number; readonly label: string }[]
  readonly firstDay: string
  readonly lastDay: string
}

/** The years that the picture spans: from a little before anything is known to the day that it is about, or some years ahead of it. */
export const pictureTime = (
  lanes: readonly Lane[],
  steps: readonly Pick<ToldStep, 'facts'>[],
  { day, ahead }: { readonly day: string; readonly ahead: boolean },
  [left, right]: readonly [number, number],
): PictureTime => {
  const known = [
    day,
    ...lanes.flatMap(({ bands }) => bands.map(({ begin }) => begin)),
    ...steps.flatMap(({ facts }) => facts.map(({ latest }) => latest)),
  ]
  const first = yearOf(known.reduce((one, other) => (one < other ? one : other))) - YEARS_BEFORE_KNOWN
  const last = yearOf(day) + 1 + (ahead ? YEARS_AHEAD : 0)
  const [firstDay, lastDay] = [`${first}-01-01`, `${last}-01-01`]
  const scale = scaleUtc([new Date(firstDay), new Date(lastDay)], [left, right]).clamp(true)
  return {
    x: (isoDay) => round(scale(new Date(isoDay))),
    years: scale.ticks(Math.min(12, last - first)).map((tick) => ({
      x: round(scale(tick)),
      label: String(tick.getUTCFullYear()),
    })),
    firstDay,
    lastDay,
  }
}

/** Tenths of a pixel: finer is not seen, and would only make the page longer. */
export const round = (pixels: number): number => Math.round(pixels * 10) / 10

const yearOf = (isoDay: string): number => Number(isoDay.slice(0, 4))
