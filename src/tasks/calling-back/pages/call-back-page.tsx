import type { CallBacksAnswer, CallBacksQuery } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import { callBackWords, countOfCalls, nobodyLeftWords } from './call-back-words.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'
import { NextPage } from '#src/web/elements/next-page.js'
import { Notice } from '#src/web/elements/notice.js'
import { FormHead } from '#src/web/forms/form-head.js'
import { typedTexts, type FormState } from '#src/web/forms/typed-form.js'
import { Page } from '#src/web/layout/page.js'
import { callBackAddress, callBackPageAddress } from './call-back-address.js'
import { CallCard } from './call-card.js'
import { CallFilters, isFiltered } from './call-filters.js'
import { StillTrueForm } from './still-true-form.js'
import { useSay } from '#src/web/layout/page-context.js'

interface CallBackPageProps {
  readonly asked: CallBacksQuery
  readonly answer: CallBacksAnswer
  readonly form: FormState
}

/** Whom to call back: the filters, the calls, and one form that confirms all that is ticked. */
export const CallBackPage = ({ asked, answer, form }: CallBackPageProps) => {
  const say = useSay()
  const { calls, total, next, nobodyLeft } = answer
  const title = say(countOfCalls(total))
  const ticked = typedTexts(form.typed, 'steps')
  const confirmable = calls.some(({ steps }) => steps.some((step) => step.confirmable))
  return (
    <Page
      title={callBackWords.title}
      lead={<p>{say(callBackWords.lead)}</p>}
      section="call-back"
      scripts={['call-back.js']}
    >
      <FormHead state={form} />
      {answer.model === null ? null : <CallFilters asked={asked} answer={answer} />}
      <section aria-labelledby="calls">
        <h2 id="calls">
          {total === 0 ? say(callBackWords.nothingDue) : title}
          {asked.cursor === undefined ? '' : ` (${say(callBackWords.continued)})`}
        </h2>
        {total === 0 ? (
          <NothingDue asked={asked} answer={answer} />
        ) : (
          <>
            {confirmable ? (
              <p class="on-screen">
                {say(callBackWords.tickHint)} <a href="#still-true">{say(callBackWords.tickThen)}</a>.
              </p>
            ) : null}
            <ol class="calls" id="steps" tabIndex={-1}>
              {calls.map((call, place) => (
                <CallCard key={place} call={call} ticked={ticked} number={place + 1} />
              ))}
            </ol>
          </>
        )}
        <NextPage cursor={next} of={callBackAddress(asked)} />
        {asked.cursor === undefined ? null : (
          <p>
            <a href={callBackAddress(asked)}>{say(callBackWords.firstPage)}</a>
          </p>
        )}
        {nobodyLeft === 0 ? null : <p class="hint">{say(nobodyLeftWords(nobodyLeft))}</p>}
      </section>
      {confirmable ? <StillTrueForm form={form} list={callBackPageAddress(asked)} /> : null}
    </Page>
  )
}

/** Why there is nothing, and what can be done about it. */
const NothingDue = ({ asked, answer }: Pick<CallBackPageProps, 'asked' | 'answer'>) => {
  const say = useSay()
  if (isFiltered(asked)) {
    return (
      <Notice tone="news">
        <p>{say(callBackWords.nothingFiltered)}</p>
        <p>
          <a href={sectionAddresses['call-back']}>{say(callBackWords.removeAll)}</a>
        </p>
      </Notice>
    )
  }
  return answer.model === null ? (
    <Notice tone="news">
      <p>{say(callBackWords.nothingOnRecord)}</p>
      <p>
        <a href={sectionAddresses.imports}>{say(callBackWords.import)}</a>
        {' · '}
        <a href={sectionAddresses.record}>{say(callBackWords.recordNews)}</a>
      </p>
    </Notice>
  ) : (
    <Notice tone="done">
      <p>
        {say(callBackWords.nothingDueAdvice)}{' '}
        <a href={callBackAddress({ months: 24 })}>{say(callBackWords.ahead)}</a>.
      </p>
    </Notice>
  )
}
