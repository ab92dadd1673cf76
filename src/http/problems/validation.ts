import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import type { Fault } from '#domain/kernel/fault.js'
import { faultsOf, inFrench } from '#src/messages/faults.js'

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
