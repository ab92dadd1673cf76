/** Why a log could not be used as it was asked to. Each is a mistake of the calling code. */
export type CallerFaultCode = 'invalid-append' | 'append-too-large' | 'invalid-read' | 'log-closed'

/** What only an operator can put right; fault-remedies.ts says how. */
export type OperatorFaultCode =
  | 'sqlite-too-old'
  | 'not-durable'
  | 'newer-schema'
  | 'not-an-event-log'
  | 'damaged'
  /** The address of the database can't be used as it is written. */
  | 'invalid-connection'
  /** The database did not answer, or not in time: whether an append under way was written stays open. */
  | 'log-unavailable'
  /** User and password are wrong, or the user may not do this. */
  | 'access-denied'
  /** The user may read streams, but not the log over all streams. */
  | 'all-not-readable'
  /** Another log answers at the address than the one that was opened. */
  | 'log-replaced'
  /** The history behind a reader is no longer the one that it has read: an older copy was restored. */
  | 'history-changed'
  | 'stream-deleted'
  | 'position-too-large'
  /** The database refused for a reason that is not known here. */
  | 'refused-by-database'

/** Those that may be over at any moment, without anything being done to the program that met them. */
export const passingFaults: ReadonlySet<string> = new Set<OperatorFaultCode>([
  'log-unavailable',
  'access-denied',
  'all-not-readable',
])

export type EventLogFaultCode = CallerFaultCode | OperatorFaultCode

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
