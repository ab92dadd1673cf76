import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Shape, Stage } from '#domain/steps/declaring/kind.js'
import { dayOfIso } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { callReasons, type CallBackView } from '#projections/asked/call-back/call-backs-view.js'
import { callBackWords } from './call-back-words.js'
import { Badge, type Certainty } from '#src/web/elements/badge.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'

/** The form to which the boxes of all cards belong: they stand outside of it, so that the list is printed. */
export const STILL_TRUE_FORM = 'toujours-vrai'

interface CallCardProps {
  readonly call: CallBackView
  /** What was ticked, where the form came back. */
  readonly ticked: readonly string[]
  /** Tells the boxes of cards apart: several may be about one step. */
  readonly number: number
}

/** One call: whom, why, what to ask, what it settles, and what can be ticked as still true. */
export const CallCard = ({ call, ticked, number }: CallCardProps) => {
  const say = useSay()
  const { organisation, reason, why, ask, settles } = call
  return (
    <li class="card call">
      <h3>
        <a href={`/organisations/${organisation.id}`}>{organisation.name}</a>
      </h3>
      <p class="call-reason">
        <Badge certainty={certainties[reason]}>{say(callReasons[reason])}</Badge> <SinceDay call={call} />
      </p>
      <dl class="facts">
        <dt>{say(callBackWords.why)}</dt>
        <dd>{say(why)}</dd>
        <dt>{say(callBackWords.ask)}</dt>
        <dd>
          <strong>{say(ask)}</strong>
        </dd>
        <dt>{say(callBackWords.settles)}</dt>
        <dd>{say(settles)}</dd>
      </dl>
      <CallSteps call={call} ticked={ticked} number={number} />
    </li>
  )
}

const certainties: Readonly<Record<CallBackView['reason'], Certainty>> = {
  stale: 'stale',
  'going-stale': 'plain',
  'plan-unheard': 'plain',
  'end-unheard': 'plain',
  unsettled: 'possible',
}

const SinceDay = ({ call: { reason, day } }: { readonly call: CallBackView }) => {
  const say = useSay()
  const { language } = usePage()
  const known = dayOfIso(day)
  return (
    <span class="hint">
      {say(reason === 'going-stale' ? callBackWords.from : callBackWords.since)}{' '}
      <time dateTime={day}>{known === undefined ? day : nameOfDay(known, language)}</time>
    </span>
  )
}

/** What a box stands for: which step, and who says that it is still true. */
export const tickOf = (stepId: string, organisation: string): string => `${stepId} ${organisation}`

const CallSteps = ({ call: { organisation, reason, steps }, ticked, number }: CallCardProps) => {
  const say = useSay()
  const ticks = steps.filter(({ confirmable }) => confirmable)
  return (
    <div class="call-steps">
      {ticks.map(({ stepId, name }) => {
        const id = `appel-${number}-${stepId}`
        const value = tickOf(stepId, organisation.id)
        return (
          <p key={stepId} class="tick">
            <input
              type="checkbox"
              id={id}
              name="steps"
              value={value}
              form={STILL_TRUE_FORM}
              checked={ticked.includes(value)}
            />{' '}
            <label for={id}>
              <strong>{say(callBackWords.stillTrue)}</strong> {say(name)}
              <span class="unseen"> ({organisation.name})</span>
            </label>
          </p>
        )
      })}
      <ul class="call-links">
        {steps.map(({ stepId, name }) => (
          <li key={stepId}>
            {say(callBackWords.step)} <a href={`/etapes/${stepId}`}>{say(name)}</a>
          </li>
        ))}
        <li>
          <RecordLink reason={reason} organisation={organisation} steps={steps} />
        </li>
      </ul>
    </div>
  )
}

/** Where what was learnt is recorded: of one announced or unfinished step, the form of its own sequel. */
const RecordLink = ({
  reason,
  organisation,
  steps,
}: Pick<CallBackView, 'reason' | 'organisation' | 'steps'>) => {
  const say = useSay()
  const [step] = steps
  const sequel = step === undefined ? undefined : sequelOf(reason, step.kind)
  const query =
    step === undefined || sequel === undefined
      ? ''
      : `?${new URLSearchParams({ kind: step.kind, stage: sequel, step: step.stepId }).toString()}`
  return (
    <a href={`/organisations/${organisation.id}/enregistrer${query}`}>
      {say(sequel !== undefined ? callBackWords.recordSequel : callBackWords.recordNews)}
      <span class="unseen"> ({organisation.name})</span>
    </a>
  )
}

/** The stage that one waits for; undefined where the call is about a position. */
const sequelOf = (reason: CallBackView['reason'], kind: string): Stage | undefined => {
  if (!isKindCode(kind) || (reason !== 'plan-unheard' && reason !== 'end-unheard')) return undefined
  const { shape } = kindOf(kind)
  return sequels[shape][reason]
}

const sequels = {
  punctual: { 'plan-unheard': 'happened', 'end-unheard': 'happened' },
  running: { 'plan-unheard': 'started', 'end-unheard': 'completed' },
  lasting: { 'plan-unheard': 'begun', 'end-unheard': 'ended' },
} as const satisfies Readonly<Record<Shape, Readonly<Record<string, Stage>>>>
