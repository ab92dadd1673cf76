import { Metadata, status, type ServiceError } from '@grpc/grpc-js'

/** What ends a call: the code, and the trailers by which the client tells errors apart. */
export type CallError = Pick<ServiceError, 'code' | 'details' | 'metadata'> & Partial<ServiceError>

const callError = (
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): CallError => {
  const metadata = new Metadata()
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, asciiOnly(value))
  return { name: 'CallError', message: details, code, details, metadata }
}

/** Trailers bear nothing else. */
const asciiOnly = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?')

export const connectionDropped = (): CallError => callError(status.UNAVAILABLE, 'Connection dropped')

export const cancelledByServer = (): CallError => callError(status.CANCELLED, 'Call cancelled')

export const invalidArgument = (details: string): CallError => callError(status.INVALID_ARGUMENT, details)

export const internal = (details: string): CallError => callError(status.INTERNAL, details)

export const unknown = (details: string): CallError => callError(status.UNKNOWN, details)

export const timedOut = (): CallError => callError(status.ABORTED, 'Operation timed out')

export const notReady = (details: string): CallError => callError(status.UNAVAILABLE, details)

export const accessDenied = (): CallError =>
  callError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' })

export const notLeader = ({ host, port }: Endpoint): CallError =>
  callError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  })

export const streamDeleted = (stream: string): CallError =>
  callError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  })

export const tooLarge = (limit: number): CallError =>
  callError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  })

/** `expected` as the server counts: -1 no stream, -2 any, -4 some stream. */
export const wrongVersion = (stream: string, expected: number, actual: number): CallError =>
  callError(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  )

export interface Endpoint {
  readonly host: string
  readonly port: number
}
