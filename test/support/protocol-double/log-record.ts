/** An event as a client proposes it; the server looks into neither of its bodies. */
export interface ProposedEvent {
  readonly id: string
  readonly type: string
  readonly contentType: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/** An event as the log holds it. */
export interface LogRecord extends ProposedEvent {
  readonly stream: string
  readonly revision: number
  /** Its offset in the log: increasing, never contiguous. */
  readonly position: number
  /** Milliseconds since 1970. */
  readonly created: number
}

/** What a writer takes the stream to be. */
export type ExpectedVersion = number | 'no-stream' | 'any' | 'stream-exists'

/** What a server of 24.6 counts towards the limit of one append, in bytes: metadata and type go free. */
export const sizeOf = ({ data }: ProposedEvent): number => data.length
