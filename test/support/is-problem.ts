import type { Test } from 'tap'
import type { Answered } from './call.js'

/** Checks that an answer is a problem document in both languages, under the id of its request; gives what it holds besides. */
export const isProblem = (
  t: Test,
  { status, headers, json }: Answered,
  expected: { readonly status: number; readonly code: string },
): Readonly<Record<string, unknown>> => {
  t.equal(status, expected.status, `status of ${expected.code}`)
  t.equal(headers['content-type'], 'application/problem+json')
  const {
    type,
    title,
    status: told,
    code,
    detail,
    en,
    requestId,
    ...besides
  } = json as Record<string, unknown>
  t.strictSame(
    { type, title, status: told, code },
    { type: `urn:trajectoires:problem:${expected.code}`, title: expected.code, ...expected },
  )
  t.match(detail, /^\p{Lu}.*[.…]$/su, 'a French sentence')
  t.match(en, /^\p{Lu}.*[.…”]$/su, 'an English sentence')
  t.not(detail, en)
  t.match(requestId, /^[0-9a-f-]{36}$/)
  t.equal(headers['request-id'], requestId)
  return besides
}
