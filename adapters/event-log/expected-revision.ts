import { type ExpectedRevision, type Revision } from '#domain/ports/event-log.js'

/** Whether a stream that ends at `actual` is what the writer took it to be. */
export const isAsExpected = (expected: ExpectedRevision, actual: Revision | 'none'): boolean => {
  if (expected === 'any') return true
  if (expected === 'exists') return actual !== 'none'
  return expected === actual
}
