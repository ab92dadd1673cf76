import { own } from '#domain/kernel/own.js'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '#domain/kernel/fault.js'
import type { Labels } from '#domain/kernel/labels.js'
import { sendOutcome } from '#src/http/problems/problem.js'
import { outcomeOfThrown } from '#src/http/problems/outcome-of-thrown.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { InvalidInput } from '#src/http/problems/validation.js'
import { askedWords } from '#src/web/layout/asked-words.js'
import { errorWords } from '#src/web/layout/error-words.js'
import { frameWords, sectionAddresses } from '#src/web/layout/frame-words.js'
import { Notice } from './elements/notice.js'
import { Page } from './layout/page.js'
import { usePage, useSay } from './layout/page-context.js'
import { sendPage } from './layout/send-page.js'

/** Nothing lives at this address: a reader gets a page that offers the search, a program a problem document. */
export const answerNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  request.headers.accept?.includes('text/html') === true
    ? sendNotFound(reply)
    : sendOutcome(reply, 'route-unknown')

/** What was asked for is not there: the page says so and offers the search. */
export const sendNotFound = (reply: FastifyReply): FastifyReply => sendPage(reply, <NotFound />, 404)

/** A refusal that belongs to no field, on a page of its own. */
export const sendRefusedPage = (
  reply: FastifyReply,
  status: number,
  advice: Labels,
  faults: readonly Fault[] = [],
): FastifyReply =>
  sendPage(reply, <Refused title={errorWords.refused} advice={advice} faults={faults} />, status)

/** What could have been asked for, as the answer names it beside. */
export const knownAre = (known: readonly string[]): Fault => ({ path: 'known', message: known.join(', ') })

/** What the pages throw becomes a page: of our own faults the reader gets the request id, and the log the rest. */
export const answerPageError = (
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  if (thrown instanceof InvalidInput) {
    return sendPage(reply, <Refused title={errorWords.refused} faults={thrown.faults} />, 400)
  }
  const { code = '', statusCode = 500, message = '' } = thrown as Partial<FastifyError> // anything else has none of its fields
  if (code === 'not-utf-8') {
    return sendPage(reply, <Refused title={errorWords.refused} advice={outcomeAnswers[code]} />, 400)
  }
  if (code.startsWith('FST_CSRF')) {
    return sendPage(reply, <Refused title={errorWords.staleForm} advice={errorWords.staleFormAdvice} />, 403)
  }
  const met = outcomeOfThrown(thrown)
  if (met?.ours === true) {
    request.log.error({ err: thrown }, 'the log cannot be used')
    const { status, fr, en } = outcomeAnswers[met.outcome]
    return sendRefusedPage(reply, status, { fr, en })
  }
  if (statusCode < 500) {
    return sendPage(
      reply,
      <Refused title={errorWords.refused} faults={[{ path: code, message }]} />,
      statusCode,
    )
  }
  request.log.error({ err: thrown }, 'page failed')
  return sendPage(reply, <Failed requestId={request.id} />, 500)
}

const NotFound = () => {
  const say = useSay()
  return (
    <Page title={errorWords.notFound} section="organisations">
      <p>{say(errorWords.notFoundAdvice)}</p>
      <form method="get" action="/organisations" class="inline-form" role="search">
        <label for="q">{say(errorWords.searchLabel)}</label>
        <input id="q" name="q" type="search" />
        <button type="submit">{say(errorWords.search)}</button>
      </form>
    </Page>
  )
}

interface RefusedProps {
  readonly title: Labels
  readonly advice?: Labels
  readonly faults?: readonly Fault[]
}

const Refused = ({ title, advice, faults = [] }: RefusedProps) => {
  const say = useSay()
  const [path, query] = usePage().address.split('?', 2)
  return (
    <Page title={title}>
      <Notice tone="fault">
        {advice === undefined ? null : <p>{say(advice)}</p>}
        {faults.length === 0 ? null : (
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path}>
                <Asked path={path} />
                {say(frameWords.colon)}
                {message}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <ul>
        {path === undefined || query === undefined ? null : (
          <li>
            <a href={path}>{say(errorWords.withoutChoices)}</a>
          </li>
        )}
        <li>
          <a href={sectionAddresses.organisations}>{say(errorWords.toOrganisations)}</a>
        </li>
      </ul>
    </Page>
  )
}

/** What was asked for, by the name that the pages have for it. */
const Asked = ({ path }: { readonly path: string }) => {
  const say = useSay()
  const words = own(askedWords, path)
  return words === undefined ? <code>{path}</code> : <>{`${say(words)} (${path})`}</>
}

const Failed = ({ requestId }: { readonly requestId: string }) => {
  const say = useSay()
  return (
    <Page title={errorWords.failed}>
      <Notice tone="fault">
        <p>
          {say(errorWords.failedAdvice)} <code>{requestId}</code>
        </p>
      </Notice>
    </Page>
  )
}
