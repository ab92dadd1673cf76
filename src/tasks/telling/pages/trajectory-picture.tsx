import { present } from '#domain/kernel/present.js'
import type { Labels } from '#domain/kernel/labels.js'
import { dayOfIso } from '#domain/time/day.js'
import { sentenceOfBounds } from '#domain/time/edtf-sentence.js'
import type { TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'
import type { ToldStep } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'
import { organisationWords } from './organisation-words.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import type { Band, Lane } from './picture-lanes.js'
import { pictureTime, round, type PictureTime } from './picture-time.js'
import { StepRows, STEP_ROW } from './step-rows.js'

const WIDTH = 1080
const RIGHT = WIDTH - 20
const GUTTER = 158
const TOP = 34
const GAP = 10
const POSITION_HEIGHT = 92
const DIMENSION_HEIGHT = 40

/** The day that the picture is about: today, the day that was asked for, or the end of the organisation, after which nothing lies ahead. */
export interface PictureDay {
  readonly day: string
  readonly label: Labels
  readonly ahead: boolean
}

export interface TrajectoryPictureProps {
  readonly name: string
  readonly moment: PictureDay
  readonly lanes: readonly Lane[]
  readonly story: TrajectoryView['story']
  readonly steps: readonly ToldStep[]
}

interface PlacedLane extends Lane {
  readonly y: number
  readonly height: number
}

/** The trajectory as one drawing; the table beside it says the same. */
export const TrajectoryPicture = ({ name, moment, lanes, story, steps }: TrajectoryPictureProps) => {
  const say = useSay()
  const time = pictureTime(lanes, steps, moment, [GUTTER, RIGHT])
  const placed = place(lanes)
  const [position] = placed
  const stepsTop = (placed.at(-1)?.y ?? TOP) + DIMENSION_HEIGHT + 24
  const height = stepsTop + steps.length * STEP_ROW + 22
  return (
    <svg
      class="trajectory"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-label={`${say(organisationWords.picture)}${say(frameWords.colon)}${name}. ${say(organisationWords.sameAsTable)}.`}
    >
      <Patterns />
      {moment.ahead ? <Ahead time={time} moment={moment} height={height} /> : null}
      {time.years.map(({ x, label }) => (
        <g key={label}>
          <line class="grid" x1={x} x2={x} y1={TOP - 8} y2={height - 18} />
          <text class="year" x={x} y={TOP - 22}>
            {label}
          </text>
        </g>
      ))}
      {placed.map((lane) => (
        <LaneDrawing key={lane.key} lane={lane} time={time} />
      ))}
      {position === undefined ? null : <Chapters story={story} lane={position} time={time} />}
      <text class="lane-label" x={GUTTER - 34} y={stepsTop + 12}>
        {say(organisationWords.steps)}
      </text>
      <StepRows steps={steps} time={time} top={stepsTop} />
      <Moment time={time} moment={moment} height={height} />
    </svg>
  )
}

/** Looks that differ without colour: hatched for what is possible, dotted for what was so when last heard of. */
const Patterns = () => (
  <defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="ground" width="6" height="6" />
      <rect class="ink" width="2.4" height="6" />
    </pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect class="ground" width="6" height="6" />
      <circle class="ink" cx="3" cy="3" r="1.1" />
    </pattern>
  </defs>
)

interface MomentProps {
  readonly time: PictureTime
  readonly moment: PictureDay
  readonly height: number
}

const Ahead = ({ time, moment, height }: MomentProps) => {
  const say = useSay()
  const x = time.x(moment.day)
  return (
    <>
      <rect class="ahead" x={x} y={TOP - 8} width={round(RIGHT - x)} height={height - TOP - 10} />
      <text class="now-label" x={x + 4} y={height - 4}>
        {say(organisationWords.ifNothing)}
      </text>
    </>
  )
}

const Moment = ({ time, moment: { day, label }, height }: MomentProps) => {
  const say = useSay()
  const x = time.x(day)
  return (
    <>
      <line class="now" x1={x} x2={x} y1={TOP - 16} y2={height - 18} />
      <text class="now-label before" x={x - 5} y={TOP - 4}>
        {say(label)}
      </text>
    </>
  )
}

const place = (lanes: readonly Lane[]): readonly PlacedLane[] => {
  let y = TOP + 8
  return lanes.map((lane, index) => {
    const height = index === 0 ? POSITION_HEIGHT : DIMENSION_HEIGHT
    const placed = { ...lane, y, height }
    y += height + GAP + (index === 0 ? 8 : 0)
    return placed
  })
}

const LaneDrawing = ({ lane, time }: { readonly lane: PlacedLane; readonly time: PictureTime }) => {
  const say = useSay()
  const { key, label, ranks, bands, y, height } = lane
  return (
    <g>
      <text
        class={key === 'position' ? 'lane-label strong' : 'lane-label'}
        x={GUTTER - 10}
        y={y + height / 2 + 4}
      >
        {say(label)}
      </text>
      {bands.map((band) => (
        <BandDrawing key={`${band.begin} ${band.look}`} band={band} lane={lane} time={time} />
      ))}
      {ranks.map((_, index) => (
        <line
          key={index}
          class="rank"
          x1={GUTTER}
          x2={RIGHT}
          y1={round(y + (height * index) / ranks.length)}
          y2={round(y + (height * index) / ranks.length)}
        />
      ))}
      <line class="base" x1={GUTTER} x2={RIGHT} y1={y + height} y2={y + height} />
    </g>
  )
}

const BandDrawing = ({
  band: { look, begin, end, low, high },
  lane: { label, ranks, y, height },
  time,
}: {
  readonly band: Band
  readonly lane: PlacedLane
  readonly time: PictureTime
}) => {
  const say = useSay()
  const { language } = usePage()
  const [from, to] = [time.x(begin), time.x(end)]
  if (to <= from) return null
  const at = (rank: number): number => round(y + height * (1 - rank / ranks.length))
  const rank = ranks[high - 1]
  const days = sentenceOfBounds(present({ earliest: dayOfIso(begin), latest: dayOfIso(end) }), language)
  const state = {
    certain: certaintyWords.held,
    possible: certaintyWords.possible,
    stale: certaintyWords.stale,
  }[look]
  return (
    <rect class={look} x={from} width={round(to - from)} y={at(high)} height={round(at(low) - at(high))}>
      <title>{`${say(label)}${say(frameWords.colon)}${rank === undefined ? '' : say(rank)}, ${say(state)}, ${days ?? ''}`}</title>
    </rect>
  )
}

/** The names of the positions, each once as long as it stays, where there is room for it. */
const Chapters = ({
  story,
  lane,
  time,
}: {
  readonly story: TrajectoryView['story']
  readonly lane: PlacedLane
  readonly time: PictureTime
}) => {
  const say = useSay()
  return (
    <>
      {stretchesOf(story).map(({ begin, end, labels }) => {
        const [from, to] = [time.x(begin), time.x(end)]
        const text = say(labels)
        if (to - from < text.length * CHARACTER + 8) return null
        return (
          <text key={begin} class="chapter" x={round(from + 5)} y={lane.y + lane.height - 6}>
            {text}
          </text>
        )
      })}
    </>
  )
}

/** About the width of a letter, in pixels. */
const CHARACTER = 7.2

type Stretch = Pick<TrajectoryView['story'][number], 'begin' | 'end' | 'labels' | 'position'>

/** Chapters of the same position, one after the other, are one stretch. */
const stretchesOf = (story: TrajectoryView['story']): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const { begin, end, labels, position } of story) {
    const last = stretches.at(-1)
    if (last !== undefined && last.position?.code === position?.code) {
      stretches[stretches.length - 1] = { ...last, end }
    } else stretches.push({ begin, end, labels, position })
  }
  return stretches.filter(({ position }) => position !== null)
}
