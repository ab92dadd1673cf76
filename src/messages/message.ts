import type { Labels } from '#domain/kernel/labels.js'

/** A sentence that says what is wrong and what to do, French first. */
export type Message = Labels

/** How one reason for a no reaches each kind of caller. */
export interface Answer extends Message {
  /** HTTP status (RFC 9110). */
  readonly status: number
  /** Exit status of the command line: 1 refused, 2 wrong use or input, 3 the moment is wrong, try again. */
  readonly exit: 1 | 2 | 3
}
