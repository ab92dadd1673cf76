import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { outcomeOfThrown } from './outcome-of-thrown.js'
import { sendOutcome } from './problem.js'
import { InvalidInput } from './validation.js'

/** Every error becomes a problem document; of what is our own fault, callers get the request id only, and the logs the rest. */
export const answerError = (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (thrown instanceof InvalidInput) return sendOutcome(reply, 'invalid-input', { faults: thrown.faults })
  const known = outcomeOfThrown(thrown)
  if (known !== undefined) {
    if (known.ours) request.log.error({ err: thrown }, 'the log cannot be used')
    return sendOutcome(reply, known.outcome)
  }
  const { statusCode = 500 } = thrown as Partial<FastifyError> // anything else has none of its fields
  if (statusCode < 500) return sendOutcome(reply, 'not-json') // all else that fastify refuses is in the body
  request.log.error({ err: thrown }, 'request failed')
  return sendOutcome(reply, 'internal')
}
