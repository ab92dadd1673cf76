import type { z } from 'zod'
import { InvalidInput } from '#src/http/problems/validation.js'
import { faultsOf, inFrench } from '#src/messages/faults.js'

/**
 * Reads the path or the query of a page by its schema. A field of a form that was left empty was not asked, and the
 * language is every page's own matter.
 *
 * @throws InvalidInput which the pages answer with every fault
 */
export const readInput = <Schema extends z.ZodType>(schema: Schema, sent: unknown): z.infer<Schema> => {
  const asked = Object.fromEntries(
    Object.entries((sent ?? {}) as Readonly<Record<string, unknown>>) // a query string reads as an object
      .filter(([name, value]) => value !== '' && name !== 'langue'),
  )
  const read = schema.safeParse(asked, inFrench)
  if (!read.success) throw new InvalidInput(faultsOf(read.error.issues))
  return read.data
}
