import type { Count } from '#projections/asked/programmes/year-counts.js'
import { yearCountWords } from './programme-words.js'
import { countInWords } from './count-in-words.js'
import { yearBars } from './year-bars.js'
import { useSay } from '#src/web/layout/page-context.js'

const HEIGHT = 260
const YEAR_WIDTH = 46
const frame = { left: 34, top: 24, ground: HEIGHT - 26 }

/** The counts as bars: full for what is certain, hatched for what is possible on top; the table says the same. */
export const YearChart = ({
  title,
  counts,
}: {
  readonly title: string
  readonly counts: readonly { readonly year: number; readonly count: Count }[]
}) => {
  const say = useSay()
  const width = frame.left + Math.max(6, counts.length) * YEAR_WIDTH + 6
  const { bars, ticks, ground } = yearBars(counts, { ...frame, right: width - 6 })
  return (
    <figure class="picture">
      <div class="scrolls" tabIndex={0} role="region" aria-label={title}>
        <svg
          class="year-chart"
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`${title}. ${say(yearCountWords.sameAsTable)}.`}
        >
          <Hatch />
          {ticks.map(({ y, label }) => (
            <g key={label}>
              <line class="grid" x1={frame.left} x2={width - 6} y1={y} y2={y} />
              <text class="tick" x={frame.left - 6} y={y + 4}>
                {label}
              </text>
            </g>
          ))}
          {bars.map(({ year, count, x, width: wide, certainY, possibleY }) => (
            <g key={year}>
              {count.certain === 0 ? null : (
                <rect class="certain" x={x} y={certainY} width={wide} height={round(ground - certainY)} />
              )}
              {count.possible === 0 ? null : (
                <rect
                  class="possible"
                  x={x}
                  y={possibleY}
                  width={wide}
                  height={round(certainY - possibleY)}
                />
              )}
              <text class="count" x={x + wide / 2} y={possibleY - 5}>
                {countInWords(count)}
              </text>
              <text class="year" x={x + wide / 2} y={HEIGHT - 8}>
                {year}
              </text>
            </g>
          ))}
          <line class="base" x1={frame.left} x2={width - 6} y1={ground} y2={ground} />
        </svg>
      </div>
      <figcaption>
        <ul class="legend">
          <li>
            <Swatch look="certain" /> {say(yearCountWords.certain)}
          </li>
          <li>
            <Swatch look="possible" /> {say(yearCountWords.possible)}
          </li>
        </ul>
      </figcaption>
    </figure>
  )
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** Told apart without colour, also on paper. */
const Hatch = () => (
  <defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="ground" width="6" height="6" />
      <rect class="ink" width="2.4" height="6" />
    </pattern>
  </defs>
)

const Swatch = ({ look }: { readonly look: 'certain' | 'possible' }) => (
  <svg class="year-chart swatch" width="26" height="14" aria-hidden="true">
    <rect class={look} x="1" y="1" width="24" height="12" />
  </svg>
)
