import type { StepOfOther } from '#projections/asked/steps/step-of-other.js'
import type { ToldStep } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { organisationWords } from './organisation-words.js'
import { linked } from '#src/web/elements/linked-text.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { useSay } from '#src/web/layout/page-context.js'

/** Every engagement in order, with its facts, who took part, what it came out of and what followed. */
export const StorySection = ({
  steps,
  isToday,
}: {
  readonly steps: readonly ToldStep[]
  readonly isToday: boolean
}) => {
  const say = useSay()
  return (
    <section aria-labelledby="story">
      <h2 id="story">{say(organisationWords.story)}</h2>
      {steps.length === 0 ? (
        <p>{say(isToday ? organisationWords.storyEmpty : organisationWords.storyEmptyThen)}</p>
      ) : null}
      <ol class="story">
        {steps.map((step, index) => (
          <Engagement key={step.stepId} step={step} number={index + 1} />
        ))}
      </ol>
    </section>
  )
}

const Engagement = ({ step, number }: { readonly step: ToldStep; readonly number: number }) => {
  const say = useSay()
  const { stepId, name, role, facts, details, together, cameOutOf, ledTo } = step
  const label = say(name)
  return (
    <li id={`etape-${number}`}>
      <h3>
        <a href={`/etapes/${encodeURIComponent(stepId)}`}>{withCapital(label)}</a>{' '}
        <span class="hint">
          ({say(organisationWords.role)}
          {say(frameWords.colon)}
          {say(role.labels)})
        </span>
      </h3>
      <ul class="facts-of-step">
        {facts.map(({ eventId, brief, amendments }) => (
          <li key={eventId}>
            {say(brief)}
            {amendments.length === 0 ? null : <span class="badge">{say(organisationWords.corrected)}</span>}
          </li>
        ))}
      </ul>
      {details.length === 0 ? null : <p>{withCapital(details.map(say).join(say(frameWords.semicolon)))}.</p>}
      <Notes facts={facts} />
      {together.length === 0 ? null : (
        <p>
          {say(organisationWords.withOthers)}
          {say(frameWords.colon)}
          {together.map(({ id, name: other }, index) => (
            <>
              {index === 0 ? '' : ', '}
              <a key={id} href={`/organisations/${id}`}>
                {other}
              </a>
            </>
          ))}
        </p>
      )}
      <Links heading={say(organisationWords.cameOutOf)} steps={cameOutOf} />
      <Links heading={say(organisationWords.ledTo)} steps={ledTo} />
      <Sources facts={facts} />
    </li>
  )
}

const Links = ({ heading, steps }: { readonly heading: string; readonly steps: readonly StepOfOther[] }) => {
  const say = useSay()
  if (steps.length === 0) return null
  return (
    <p>
      {heading}
      {say(frameWords.colon)}
      {steps.map(({ stepId, organisation, sentence }, index) => (
        <>
          {index === 0 ? '' : say(frameWords.semicolon)}
          <a key={`${organisation.id} ${stepId}`} href={`/etapes/${encodeURIComponent(stepId)}`}>
            {say(sentence)}
          </a>
        </>
      ))}
    </p>
  )
}

const Notes = ({ facts }: Pick<ToldStep, 'facts'>) => {
  const say = useSay()
  const notes = textsIn(facts, ({ note }) => note)
  return notes.map((note) => (
    <p key={note} class="hint">
      {say(organisationWords.noted)}
      {say(frameWords.colon)}
      {note}
    </p>
  ))
}

const Sources = ({ facts }: Pick<ToldStep, 'facts'>) => {
  const say = useSay()
  const sources = textsIn(facts, ({ source }) =>
    typeof source === 'object' && source !== null && 'reference' in source ? source.reference : undefined,
  )
  if (sources.length === 0) return null
  return (
    <p class="hint sources">
      {say(sources.length === 1 ? organisationWords.source : organisationWords.sources)}
      {say(frameWords.colon)}
      {linked(sources.join(say(frameWords.semicolon)))}
    </p>
  )
}

/** The different texts that the facts of a step hold in one place. */
const textsIn = (
  facts: ToldStep['facts'],
  pick: (content: Readonly<Record<string, unknown>>) => unknown,
): readonly string[] => [
  ...new Set(facts.map(({ content }) => pick(content)).filter((text) => typeof text === 'string')),
]
