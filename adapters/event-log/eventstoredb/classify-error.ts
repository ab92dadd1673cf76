import { EventLogFault } from '#domain/ports/event-log-fault.js'

/**
 * What an error of the database or its client means for the call that met it.
 *
 * `outage`: done or not done, nobody knows; the same call again is safe and may succeed. `renew`: the client that
 * met it may not recover, a new one would. `unrecognised`: it may pass, or not.
 */
export type Trouble =
  | { readonly trouble: 'conflict'; readonly actual: bigint | 'none' }
  | { readonly trouble: 'no-stream' }
  | { readonly trouble: 'stream-deleted' }
  | { readonly trouble: 'wrong-password' }
  | { readonly trouble: 'not-allowed' }
  | { readonly trouble: 'too-large' }
  | { readonly trouble: 'invalid-position' }
  | { readonly trouble: 'outage'; readonly renew: boolean }
  | { readonly trouble: 'unrecognised' }
  /** A mistake of the program's own. */
  | { readonly trouble: 'defect' }
  /** A fault of the log, which has its name already. */
  | { readonly trouble: 'named' }

/** The adapter's own: a call did not answer in time. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed'

  constructor(milliseconds: number) {
    super(`the database did not answer within ${milliseconds} ms`)
  }
}

/** The kinds that the client tells apart; several copies of it may be installed, so no class is asked. */
const byType: Readonly<Record<string, Trouble>> = {
  'stream-not-found': { trouble: 'no-stream' },
  'no-stream': { trouble: 'no-stream' },
  'stream-deleted': { trouble: 'stream-deleted' },
  'maximum-append-size-exceeded': { trouble: 'too-large' },
  // The server's write time-out, its queue's, the connection's end, and a call that a leaving node dropped.
  timeout: { trouble: 'outage', renew: false },
  'deadline-exceeded': { trouble: 'outage', renew: false },
  unavailable: { trouble: 'outage', renew: false },
  cancelled: { trouble: 'outage', renew: false },
  'not-leader': { trouble: 'outage', renew: false },
}

/** Status codes of gRPC, where the client leaves an error as it came, or calls it unknown. */
const byStatus: Readonly<Record<number, Trouble>> = {
  1: { trouble: 'outage', renew: false }, // CANCELLED
  3: { trouble: 'invalid-position' }, // INVALID_ARGUMENT: all other arguments were checked before the call
  4: { trouble: 'outage', renew: false }, // DEADLINE_EXCEEDED
  7: { trouble: 'not-allowed' }, // PERMISSION_DENIED
  8: { trouble: 'outage', renew: false }, // RESOURCE_EXHAUSTED
  13: { trouble: 'outage', renew: false }, // INTERNAL: a stream that was reset
  14: { trouble: 'outage', renew: true }, // UNAVAILABLE, met where the client remembers it for ever
  16: { trouble: 'wrong-password' }, // UNAUTHENTICATED
}

const passing = /not ready|too busy|is busy|no leader|connection dropped|ECONNRE|write after end/i
const discovery = /failed to discover/i
const invalidPosition = /invalid ?position|invalid argument/i

/** Looks at the client's type first, then at gRPC's status, then at the words. */
export const classifyError = (error: unknown): Trouble => {
  if (error instanceof DeadlinePassed) return { trouble: 'outage', renew: true }
  if (error instanceof EventLogFault) return { trouble: 'named' }
  if (!(error instanceof Error)) return { trouble: 'unrecognised' }
  if (isDefect(error)) return { trouble: 'defect' }
  const { type, code, actualVersion } = error as ClientError
  if (type === 'wrong-expected-version') return { trouble: 'conflict', actual: actualOf(actualVersion) }
  if (type === 'access-denied') return { trouble: code === 16 ? 'wrong-password' : 'not-allowed' }
  const known = type === undefined ? undefined : byType[type]
  if (known !== undefined) return known
  if (discovery.test(error.message)) return { trouble: 'outage', renew: true }
  if (passing.test(error.message)) return { trouble: 'outage', renew: false }
  if (invalidPosition.test(error.message)) return { trouble: 'invalid-position' }
  const byCode = typeof code === 'number' ? byStatus[code] : undefined
  return byCode ?? { trouble: 'unrecognised' }
}

/** What the client's errors carry beyond an error's own fields, all of it optional. */
type ClientError = Error & { type?: string; code?: number | string; actualVersion?: bigint | string }

const isDefect = (error: Error): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError

const actualOf = (version: bigint | string | undefined): bigint | 'none' =>
  typeof version === 'bigint' && version >= 0n ? version : 'none'
