import type { Explanation, Missing } from '#projections/asked/explanation/explanation.js'
import type { ToldStep } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'
import { organisationWords } from './organisation-words.js'
import { Badge, certaintyOf } from '#src/web/elements/badge.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { linked } from '#src/web/elements/linked-text.js'
import { useSay } from '#src/web/layout/page-context.js'

/** Why this position: what shows each dimension, what is missing for the next one, and the facts behind it. */
export const WhySection = ({
  explanation,
  steps,
}: {
  readonly explanation: Explanation
  readonly steps: readonly ToldStep[]
}) => {
  const say = useSay()
  // Its own steps stand in its story below with their sources; twice, they made long pages.
  const numbers = new Map<string, number>(steps.map(({ stepId }, index) => [stepId, index + 1]))
  const { position, dimensions, evidence } = explanation
  return (
    <section aria-labelledby="why">
      <h2 id="why">{say(organisationWords.why)}</h2>
      <p>{say(position.sentence)}</p>
      {position.next === undefined ? null : <p>{say(position.next)}</p>}
      <Settling missing={position.missing} />
      <DataTable
        caption={say(organisationWords.why)}
        captionHidden
        rows={dimensions}
        keyOf={({ dimension }) => dimension.code}
        columns={[
          {
            heading: say(organisationWords.dimension),
            cell: ({ dimension, rank, levels, state }) => {
              const level = levels[rank - 1]
              return (
                <>
                  <span class="dimension-name">{say(dimension.labels)}</span>
                  {level === undefined ? null : (
                    <span class="dimension-level">
                      {say(level.labels)}{' '}
                      <Badge certainty={certaintyOf[state]}>{say(certaintyWords[state])}</Badge>
                    </span>
                  )}
                </>
              )
            },
          },
          {
            heading: say(organisationWords.because),
            cell: ({ sentence, missing }) => (
              <>
                {say(sentence)}
                <Settling missing={missing} />
              </>
            ),
          },
          {
            heading: say(organisationWords.lacking),
            cell: ({ next }) => (next === undefined ? '' : say(next)),
          },
        ]}
      />
      <details>
        <summary>
          {say(organisationWords.facts)} ({evidence.length})
        </summary>
        <ul>
          {evidence.map(({ eventId, stepId, sentence, source }) => (
            <li key={eventId}>
              <Place stepId={stepId} number={numbers.get(stepId)} sentence={say(sentence)} />
              {source === undefined || numbers.has(stepId) ? null : (
                <span class="hint">
                  {' '}
                  — {say(organisationWords.source)}
                  {say(frameWords.colon)}
                  {linked(source)}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

/** The engagement of its story that a fact belongs to; of a predecessor, the step’s own page. */
const Place = ({
  stepId,
  number,
  sentence,
}: {
  readonly stepId: string
  readonly number: number | undefined
  readonly sentence: string
}) => (
  <a href={number === undefined ? `/etapes/${encodeURIComponent(stepId)}` : `#etape-${number}`}>{sentence}</a>
)

/** What would settle a «perhaps». */
const Settling = ({ missing }: { readonly missing: readonly Missing[] }) => {
  const say = useSay()
  if (missing.length === 0) return null
  return (
    <>
      <p>{say(organisationWords.wouldSettle)}</p>
      <ul>
        {missing.map(({ what, stepId, attribute, sentence }) => (
          <li key={`${what} ${stepId} ${attribute ?? ''}`}>
            <a href={`/etapes/${encodeURIComponent(stepId)}`}>{say(sentence)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
