import { EventLogFault } from '#domain/ports/event-log-fault.js'

/** The door of an open log: what comes after `close` is turned away with the fault `log-closed`. */
export interface Gate {
  /** The operation as the port wants it: always a promise, also when it throws. */
  readonly pass: <Parameters extends readonly unknown[], Result>(
    operation: (...parameters: Parameters) => Result | Promise<Result>,
  ) => (...parameters: Parameters) => Promise<Result>
  /** Shuts the door at once, and runs `leave` the first time only; every call settles with it. */
  readonly close: (leave: () => Promise<void>) => Promise<void>
}

export const createGate = (): Gate => {
  let closed: Promise<void> | undefined
  return {
    pass:
      (operation) =>
      async (...parameters) => {
        if (closed !== undefined) throw new EventLogFault('log-closed', 'the event log is closed')
        return operation(...parameters)
      },
    close: (leave) => (closed ??= leave()),
  }
}
