import type { FastifySchemaCompiler, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Fault } from '#domain/kernel/fault.js'
import { faultsOf, inFrench } from '#src/messages/faults.js'
import { outcomeOfThrown } from './outcome-of-thrown.js'
import { sendOutcome } from './problem.js'

/** What a request holds that its schema refuses; thrown by fastify on our behalf. */
export class InvalidInput extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super('invalid input')
  }
}

/** How the parts of a request are named in the paths of faults. */
const places: Readonly<Record<string, string>> = { querystring: 'query', params: 'path' }

/** Validates each part of a request by its zod schema. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = 'body' }) => {
  const place = places[httpPart] ?? httpPart
  return (data) => {
    const read = schema.safeParse(data, inFrench)
    return read.success
      ? { value: read.data }
      : { error: new InvalidInput(faultsOf(read.error.issues, place)) }
  }
}

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
