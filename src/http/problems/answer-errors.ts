import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { OutcomeCode } from '#src/messages/outcome-answers.js'
import { sendOutcome } from './problem.js'
import { InvalidInput } from './validation.js'

/** What fastify itself refuses, by its codes. */
const codes: Readonly<Record<string, OutcomeCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'import-too-large',
  FST_FILES_LIMIT: 'import-too-large',
  FST_PARTS_LIMIT: 'import-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_BAD_URL: 'bad-address',
  'not-utf-8': 'not-utf-8',
  FST_ERR_MAX_PARAM_LENGTH: 'bad-address',
}

/** The log is at fault, or who runs it, not the caller; it may well answer later. */
const logFaults = new Set(['log-unavailable', 'log-replaced', 'access-denied', 'all-not-readable'])

/** Every error becomes a problem document; of what is our own fault, callers get the request id only, and the logs the rest. */
export const answerError = (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (thrown instanceof InvalidInput) return sendOutcome(reply, 'invalid-input', { faults: thrown.faults })
  const { code = '', statusCode = 500 } = thrown as Partial<FastifyError> // anything else has none of its fields
  const known = codes[code]
  if (known !== undefined) return sendOutcome(reply, known)
  if (logFaults.has(code)) {
    request.log.error({ err: thrown }, 'the log cannot be used')
    return sendOutcome(reply, 'log-unavailable')
  }
  if (statusCode < 500) return sendOutcome(reply, 'not-json') // all else that fastify refuses is in the body
  request.log.error({ err: thrown }, 'request failed')
  return sendOutcome(reply, 'internal')
}
