import type { z } from 'zod'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Choice, ObstacleChoices } from '#projections/asked/obstacles/obstacle-choices.js'
import type { ObstacleView } from '#projections/asked/obstacles/obstacles-view.js'
import type { StepOfOther } from '#projections/asked/steps/step-of-other.js'
import type { ObstaclesQuery } from '#src/tasks/obstacles/use-cases/answer-obstacles.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { obstacleWords } from './obstacle-words.js'
import { Badge } from '#src/web/elements/badge.js'
import { linked } from '#src/web/elements/linked-text.js'
import { Page } from '#src/web/layout/page.js'
import { type Say, useSay } from '#src/web/layout/page-context.js'

export interface ObstaclesPageProps {
  readonly obstacles: readonly ObstacleView[]
  readonly choices: ObstacleChoices
  readonly asked: z.infer<typeof ObstaclesQuery>
}

/** What organisations met on their way, each as a story with what came of it. */
export const ObstaclesPage = ({ obstacles, choices, asked }: ObstaclesPageProps) => {
  const say = useSay()
  return (
    <Page title={obstacleWords.title} section="obstacles" lead={<p>{say(obstacleWords.lead)}</p>}>
      <form
        method="get"
        action="/obstacles"
        class="years-form"
        data-role="filters"
        aria-label={say(obstacleWords.filters)}
      >
        <ChoiceField
          name="kind"
          label={say(obstacleWords.kind)}
          nothing={say(obstacleWords.anyKind)}
          choices={choices.kinds}
          chosen={asked.kind}
        />
        <ChoiceField
          name="nature"
          label={say(obstacleWords.nature)}
          nothing={say(obstacleWords.anyNature)}
          choices={choices.natures}
          chosen={asked.nature}
        />
        <div class="actions">
          <button type="submit">{say(obstacleWords.show)}</button>
        </div>
      </form>
      <p role="status">{obstacles.length === 0 ? say(obstacleWords.none) : totals(obstacles, say)}</p>
      <ol class="stories">
        {obstacles.map((obstacle) => (
          <li key={`${obstacle.met.organisation.id} ${obstacle.met.stepId}`} class="card">
            <Story obstacle={obstacle} />
          </li>
        ))}
      </ol>
    </Page>
  )
}

const totals = (obstacles: readonly ObstacleView[], say: Say): string => {
  const overcome = obstacles.filter((one) => one.overcome).length
  const total = `${obstacles.length} ${say(obstacles.length > 1 ? obstacleWords.many : obstacleWords.one)}`
  const ended = `${overcome} ${say(overcome > 1 ? obstacleWords.overcomeMany : obstacleWords.overcome)}`
  return overcome === 0 ? `${total}.` : `${total}, ${ended}.`
}

const ChoiceField = ({
  name,
  label,
  nothing,
  choices,
  chosen,
}: {
  readonly name: string
  readonly label: string
  readonly nothing: string
  readonly choices: readonly Choice<string>[]
  readonly chosen: string | undefined
}) => {
  const say = useSay()
  return (
    <div class="field wide">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{nothing}</option>
        {choices.map(({ value, labels, count }) => (
          <option key={value} value={value} selected={value === chosen}>
            {say(labels)} ({count})
          </option>
        ))}
      </select>
    </div>
  )
}

const Story = ({ obstacle }: { readonly obstacle: ObstacleView }) => {
  const say = useSay()
  const { met, nature, told, overcome, duration, led, later } = obstacle
  return (
    <article>
      <h2>
        <a href={`/organisations/${met.organisation.id}`}>{met.organisation.name}</a>
      </h2>
      <p>
        <Badge certainty={overcome ? 'certain' : 'possible'}>
          {say(overcome ? obstacleWords.overcome : obstacleWords.notOvercome)}
        </Badge>{' '}
        {nature === null ? say(obstacleWords.unnamed) : <strong class="capital">{say(nature.labels)}</strong>}
        {say(frameWords.colon)}
        <StepLink step={met} />
      </p>
      <dl class="facts">
        <dt>{say(obstacleWords.at)}</dt>
        <dd>
          <MetAt obstacle={obstacle} />
        </dd>
        {overcome ? (
          <>
            <dt>{say(obstacleWords.lasted)}</dt>
            <dd>{duration === null ? say(obstacleWords.lastedUnknown) : say(duration)}</dd>
          </>
        ) : null}
        {told === null ? null : (
          <>
            <dt>{say(obstacleWords.told)}</dt>
            <dd lang="fr">{told}</dd>
          </>
        )}
        <Sequel title={say(obstacleWords.led)} steps={led} />
        <Sequel title={say(obstacleWords.later)} steps={later} />
        {met.source === undefined ? null : (
          <>
            <dt>{say(obstacleWords.source)}</dt>
            <dd class="sources">{linked(met.source)}</dd>
          </>
        )}
      </dl>
    </article>
  )
}

const MetAt = ({ obstacle: { at, atKinds } }: { readonly obstacle: ObstacleView }) => {
  const say = useSay()
  if (at.length > 0) {
    return (
      <>
        {at.map((step) => (
          <p key={`${step.organisation.id} ${step.stepId}`}>
            <StepLink step={step} />
          </p>
        ))}
      </>
    )
  }
  const named = atKinds.flatMap((kind) => (isKindCode(kind) ? [say(kindOf(kind).labels)] : []))
  return (
    <p>
      {named.length === 0
        ? say(obstacleWords.atUnknown)
        : `${named.join(', ')} (${say(obstacleWords.ofProgramme)})`}
    </p>
  )
}

/** What followed, with whose it was; nothing where nothing is on record. */
const Sequel = ({ title, steps }: { readonly title: string; readonly steps: readonly StepOfOther[] }) => {
  const say = useSay()
  if (steps.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul>
          {steps.map((step) => (
            <li key={`${step.organisation.id} ${step.stepId}`}>
              <a href={`/etapes/${encodeURIComponent(step.stepId)}`}>{say(step.sentence)}</a>
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
}

/** What and when; whose it is stands above. */
const StepLink = ({ step: { stepId, brief } }: { readonly step: StepOfOther }) => {
  const say = useSay()
  return <a href={`/etapes/${encodeURIComponent(stepId)}`}>{say(brief)}</a>
}
