import type { FastifyError } from 'fastify'
import type { OutcomeCode } from '#src/messages/outcome-answers.js'

/** What fastify itself refuses, by its codes. */
const refusedByFastify: Readonly<Record<string, OutcomeCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'import-too-large',
  FST_FILES_LIMIT: 'import-too-large',
  FST_PARTS_LIMIT: 'import-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_BAD_URL: 'bad-address',
  FST_ERR_MAX_PARAM_LENGTH: 'bad-address',
  'not-utf-8': 'not-utf-8',
}

/** The log is at fault, or who runs it, not the caller; it may well answer later. */
const metInTheLog: Readonly<Record<string, OutcomeCode>> = {
  'log-unavailable': 'log-unavailable',
  'log-replaced': 'log-unavailable',
  'access-denied': 'log-unavailable',
  'all-not-readable': 'log-unavailable',
  'history-unreadable': 'history-unreadable',
}

/** What was thrown, as the outcome that it means for whoever asked: one rule for programs and for pages. */
export interface ThrownOutcome {
  readonly outcome: OutcomeCode
  /** Whoever runs the service has to know. */
  readonly ours: boolean
}

/** Undefined where nothing is known of it: a fault of this program. */
export const outcomeOfThrown = (thrown: unknown): ThrownOutcome | undefined => {
  const { code = '' } = thrown as Partial<FastifyError> // anything else has none of its fields
  const refused = refusedByFastify[code]
  if (refused !== undefined) return { outcome: refused, ours: false }
  const met = metInTheLog[code]
  return met === undefined ? undefined : { outcome: met, ours: true }
}
