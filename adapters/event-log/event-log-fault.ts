/**
 * Why a log could not be used as it was asked to. None of these is an outcome to handle: the first four are
 * mistakes of the calling code, the others need an operator.
 */
export type EventLogFaultCode =
  | 'invalid-append'
  | 'append-too-large'
  | 'invalid-read'
  | 'log-closed'
  | 'sqlite-too-old'
  | 'not-durable'
  | 'newer-schema'
  | 'not-an-event-log'
  | 'damaged'

/** Thrown, or rejected with, by every engine. Callers look at `code`, never at the class or the message. */
export class EventLogFault extends Error {
  override readonly name = 'EventLogFault'

  constructor(
    readonly code: EventLogFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
