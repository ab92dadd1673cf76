import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { clockTold } from '#src/http/service/answer-headers.js'
import { askedLanguage, LANGUAGE_COOKIE, languageOf } from './language.js'
import { PageContextProvider } from './page-context.js'

const YEAR = 365 * 24 * 3600

/**
 * Answers with a page in the reader's language. Answers to a form that was refused come with status 422: they hold
 * what was typed.
 */
export const sendPage = (reply: FastifyReply, page: VNode, status = 200): FastifyReply => {
  const { request } = reply
  const asked = askedLanguage(request.query)
  if (asked !== undefined)
    void reply.setCookie(LANGUAGE_COOKIE, asked, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true })
  const context = {
    language: languageOf(request),
    csrfToken: reply.generateCsrf(),
    address: request.url,
    now: clockTold(reply),
  }
  const html = renderToString(<PageContextProvider value={context}>{page}</PageContextProvider>)
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${html}`)
}
