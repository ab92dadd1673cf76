export type SetupFaultCode =
  /** The data folder can't be made, read or written. */
  | 'folder-unusable'
  /** The log is empty, but what was read of another one is still there. */
  | 'journal-lost'
  /** The address of the log can't be used as it is written. */
  | 'log-misnamed'

/** Why the application can't be opened on its folder: whoever runs it has to act. The message is in French and English. */
export class SetupFault extends Error {
  override readonly name = 'SetupFault'

  constructor(
    readonly code: SetupFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
