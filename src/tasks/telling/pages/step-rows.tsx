import type { ToldStep } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { useSay } from '#src/web/layout/page-context.js'
import { round, type PictureTime } from './picture-time.js'

/** The height of the row of one step, in pixels. */
export const STEP_ROW = 16

interface StepRowsProps {
  readonly steps: readonly ToldStep[]
  readonly time: PictureTime
  readonly top: number
}

/** One row a step: its number, a mark for each fact, and a thread from the first to the last. */
export const StepRows = ({ steps, time, top }: StepRowsProps) => {
  const say = useSay()
  return (
    <>
      {steps.map(({ stepId, facts, name }, index) => {
        const y = top + index * STEP_ROW + 8
        const places = facts.map(({ earliest, latest }) => [time.x(earliest), time.x(latest)] as const)
        const first = Math.min(...places.map(([from]) => from))
        const last = Math.max(...places.map(([, to]) => to))
        const only = facts.length === 1 ? facts[0] : undefined
        return (
          <g key={stepId}>
            <title>{`${index + 1}. ${only === undefined ? say(name) : say(only.sentence)}`}</title>
            <text class="step-number" x={round(first - 6)} y={y + 4}>
              {index + 1}
            </text>
            {only === undefined && last > first ? (
              <line class="thread" x1={first} x2={last} y1={y} y2={y} />
            ) : null}
            {facts.map(({ eventId, brief }, place) => (
              <Mark
                key={eventId}
                range={places[place] ?? [first, last]}
                y={y}
                title={only === undefined ? say(brief) : undefined}
              />
            ))}
          </g>
        )
      })}
    </>
  )
}

/** A diamond for a day or so, a bar for what lies somewhere between two days. */
const Mark = ({
  range: [from, to],
  y,
  title,
}: {
  readonly range: readonly [number, number]
  readonly y: number
  /** None where the row says it. */
  readonly title: string | undefined
}) =>
  to - from < 3 ? (
    <path class="mark" d={`M${from} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`}>
      {title === undefined ? null : <title>{title}</title>}
    </path>
  ) : (
    <rect class="mark-range" x={from} y={y - 3.5} width={round(to - from)} height="7" rx="2">
      {title === undefined ? null : <title>{title}</title>}
    </rect>
  )
