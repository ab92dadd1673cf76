import { match } from 'ts-pattern'
import { EventLogFault, type EventLogFaultCode } from '#domain/ports/event-log-fault.js'
import { classifyError } from './classify-error.js'

/** The error as the log tells it. What is a fault already, or a conflict to be handled, stays what it is. */
export const faultOf = (error: unknown): unknown => {
  const fault = (code: EventLogFaultCode, message: string): EventLogFault =>
    new EventLogFault(code, `${message} (${error instanceof Error ? error.message : String(error)})`, {
      cause: error,
    })
  return match(classifyError(error).trouble)
    .with('conflict', 'no-stream', 'invalid-position', 'defect', 'named', () => error)
    .with('stream-deleted', () => fault('stream-deleted', 'the stream was deleted for ever'))
    .with('wrong-password', () => fault('access-denied', 'the event database refuses user and password'))
    .with('not-allowed', () => fault('access-denied', 'the event database does not allow this user to do it'))
    .with('too-large', () => fault('append-too-large', 'the event database takes no append of this size'))
    .with('outage', () => fault('log-unavailable', 'the event database does not answer'))
    .with('unrecognised', () => fault('refused-by-database', 'the event database refused'))
    .exhaustive()
}
