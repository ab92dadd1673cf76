import type { ComponentChildren } from 'preact'
import type { StepId } from '#domain/kernel/identifiers.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'
import { FIRST_DAY } from '#domain/time/day.js'
import { nameOfDay, sentenceOfBounds } from '#domain/time/edtf-sentence.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import { stepWords } from './step-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { Badge } from '#src/web/elements/badge.js'
import { linked } from '#src/web/elements/linked-text.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { FactHistory } from './fact-history.js'
import { shownFields } from './fact-in-form.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

/** One fact: what it tells, how its date was understood, what was done to it, and what can be. */
export const FactCard = ({
  stepId,
  fact,
  events,
}: {
  readonly stepId: StepId
  readonly fact: FactOnRecord
  readonly events: readonly RecordedEvent[]
}) => {
  const say = useSay()
  const { language } = usePage()
  const { earliest, latest } = daysOfFact(fact)
  const corrected = fact.amendments.some(({ type }) => type === 'corrected')
  const address = `/etapes/${stepId}/faits/${fact.id}`
  return (
    <article class="card fact" id={`fait-${fact.id}`}>
      <h3>
        {withCapital(say(factSentence(fact)))}{' '}
        {fact.retracted ? <Badge certainty="stale">{say(stepWords.retracted)}</Badge> : null}
        {corrected && !fact.retracted ? <Badge>{say(checkedWords.corrected)}</Badge> : null}
      </h3>
      <dl class="facts">
        {shownFields(fact.kind, fact.fact).map(({ name, labels, value }) => (
          <Entry key={name} term={say(labels)}>
            {linked(say(value))}
          </Entry>
        ))}
        <Entry term={say(stepWords.possibleDays)}>
          {earliest === latest
            ? nameOfDay(latest, language)
            : sentenceOfBounds(earliest === FIRST_DAY ? { latest } : { earliest, latest }, language)}
        </Entry>
      </dl>
      <FactHistory fact={fact} events={events} />
      {fact.retracted ? null : (
        <p class="actions">
          <a class="button quiet" href={`${address}/corriger`}>
            {say(stepWords.correct)} <span class="unseen">{say(factSentence(fact))}</span>
          </a>
          <a class="button quiet" href={`${address}/retirer`}>
            {say(stepWords.retract)} <span class="unseen">{say(factSentence(fact))}</span>
          </a>
        </p>
      )}
    </article>
  )
}

const Entry = ({ term, children }: { readonly term: string; readonly children: ComponentChildren }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
)
