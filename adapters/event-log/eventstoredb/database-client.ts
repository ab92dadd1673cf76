import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  excludeSystemEvents,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  type AllStreamResolvedEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client'
import { setTimeout } from 'node:timers/promises'
import { type JsonObject } from '#domain/kernel/json.js'
import { type DatabaseAddress } from './connection-string.js'

/*
 * Everything that is imported of the client, and everything that is known of its ways: a successor of it is put in
 * here. Its own kinds of errors come out as they are; classify-error.ts reads them by their fields.
 */

/** An event as the database takes it: JSON throughout, checked before. */
export interface EventToWrite {
  readonly id: string
  readonly type: string
  readonly data: JsonObject
  readonly metadata: JsonObject
}

/** An event as the database gives it. Nothing is known of data and metadata: others may have written it. */
export interface RecordedEvent {
  readonly id: string
  readonly stream: string
  readonly revision: bigint
  readonly position: bigint | undefined
  readonly type: string
  readonly data: unknown
  readonly metadata: unknown
}

export interface PageRequest {
  readonly direction: 'forwards' | 'backwards'
  /** Itself included forwards, and backwards in a stream; backwards over all, left out. */
  readonly from: bigint | 'start' | 'end'
  readonly count: number
}

export interface RecordedPage {
  readonly events: readonly RecordedEvent[]
  /** Fewer were there than were asked for. */
  readonly exhausted: boolean
}

export interface WatchListener {
  /** From now on nothing is missed that lies behind where the watch began. */
  readonly confirmed: () => void
  readonly appended: () => void
  readonly failed: (error: unknown) => void
}

/** The few calls that the log needs. Each may hang or fail in any way: deadlines and retries are the caller's. */
export interface DatabaseClient {
  /** Resolves to the last revision and the position, if the server tells it. */
  readonly append: (
    stream: string,
    expected: bigint | 'none',
    events: readonly EventToWrite[],
    deadline: number,
  ) => Promise<{ readonly lastRevision: bigint; readonly position: bigint | undefined }>
  /** Rejects when the stream does not exist. An aborted signal cancels the call. */
  readonly readStream: (stream: string, page: PageRequest, signal: AbortSignal) => Promise<RecordedPage>
  readonly readAll: (page: PageRequest, signal: AbortSignal) => Promise<RecordedPage>
  /** Tells of every event of no system stream behind a position; gives what ends it. */
  readonly watchAll: (after: bigint | 'start', listener: WatchListener) => () => void
  /** Lets go of the connection, within a second or so. */
  readonly close: () => Promise<void>
}

export type ConnectDatabase = (address: DatabaseAddress) => DatabaseClient

/** Any will do where there is no TLS: they are not sent. */
const nobody = { username: '-', password: '-' }

/**
 * Calls share a connection when target and options are the same, and the server bears 100 at once on one: a client
 * whose options differ has a connection of its own, also when the last one stays mute.
 */
let clients = 0

/**
 * A client with a connection of its own; nothing is sent before the first call.
 *
 * Every call carries its own credentials. So appends never take the client's batch path, whose state is one for all
 * clients of the process: an error on one of them rejects, and forgets, appends of all others that were stored, and
 * their late answers end the process. The plain call is isolated, has a deadline, no clock of the server's is compared
 * with ours, and what the server supports need not be asked, of which a failure would be remembered for ever. It
 * costs two thirds of the client's speed, of which a database that writes to disk leaves little to be seen.
 */
export const connectDatabase: ConnectDatabase = ({ url, credentials: given, keepAliveInterval }) => {
  clients = (clients + 1) % 10_000
  const options = `keepAliveInterval=${keepAliveInterval + clients}&throwOnAppendFailure=true`
  const client = EventStoreDBClient.connectionString(`${url}${url.includes('?') ? '&' : '?'}${options}`)
  const internals = client as unknown as ClientInternals // private to TypeScript, present when it runs
  handleLateFailures(internals)
  const closeChannels = keepChannels(internals)
  const credentials = given ?? nobody
  const shared = { credentials, requiresLeader: true, resolveLinkTos: false }

  return {
    append: async (stream, expected, events, deadline) => {
      const { nextExpectedRevision, position } = await client.appendToStream(
        stream,
        events.map((event) => jsonEvent(event)),
        {
          credentials,
          requiresLeader: true,
          deadline,
          expectedRevision: expected === 'none' ? NO_STREAM : expected,
        },
      )
      return { lastRevision: nextExpectedRevision, position: position?.commit }
    },
    readStream: (stream, { direction, from, count }, signal) =>
      collect(
        client.readStream(stream, {
          ...shared,
          direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
          fromRevision: typeof from === 'bigint' ? from : placeOf(from),
          maxCount: count,
        }),
        count,
        signal,
      ),
    readAll: ({ direction, from, count }, signal) =>
      collect(
        client.readAll({
          ...shared,
          direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
          fromPosition: typeof from === 'bigint' ? positionOf(from) : placeOf(from),
          maxCount: count,
        }),
        count,
        signal,
      ),
    watchAll: (after, { confirmed, appended, failed }) => {
      const watch = client.subscribeToAll({
        credentials,
        fromPosition: after === 'start' ? START : positionOf(after),
        filter: excludeSystemEvents({ checkpointInterval: 1 }),
      })
      watch.on('confirmation', confirmed)
      watch.on('data', appended)
      watch.on('error', failed)
      watch.on('end', () => failed(new Error('the server ended the subscription')))
      return () => {
        watch.unsubscribe().catch(nothingToDo)
      }
    },
    close: async () => {
      await Promise.race([client.dispose().catch(nothingToDo), setTimeout(1_000, undefined, { ref: false })])
      closeChannels()
    },
  }
}

/** What the client has, and keeps to itself. */
interface ClientInternals {
  handleError: (client: unknown, error: Error) => Promise<void>
  createChannel: () => Promise<{ readonly close: () => void }>
}

/** The client awaits this nowhere: when discovery fails meanwhile, the rejection would end the process. */
const handleLateFailures = (internals: ClientInternals): void => {
  const { handleError } = internals
  internals.handleError = (client, error) => handleError(client, error).catch(nothingToDo)
}

/** Disposing of the client leaves its channels open; gives what closes them. */
const keepChannels = (internals: ClientInternals): (() => void) => {
  const { createChannel } = internals
  let last: Awaited<ReturnType<typeof createChannel>> | undefined
  internals.createChannel = async () => {
    last = await createChannel()
    return last
  }
  return () => last?.close()
}

const placeOf = (from: 'start' | 'end') => (from === 'start' ? START : END)

const positionOf = (commit: bigint) => ({ commit, prepare: commit })

/** Reads to the end, and cancels however it ends: a read left open would hold the connection. */
const collect = async (
  read: StreamingRead<ResolvedEvent | AllStreamResolvedEvent>,
  count: number,
  signal: AbortSignal,
): Promise<RecordedPage> => {
  read.on('error', nothingToDo) // also once nobody iterates any more
  const abandon = (): void => void read.destroy(asError(signal.reason))
  signal.addEventListener('abort', abandon, { once: true })
  const events: RecordedEvent[] = []
  let received = 0
  try {
    for await (const { event } of read) {
      received += 1
      if (event === undefined) continue
      const { id, streamId, revision, position, type, data, metadata } = event
      events.push({ id, stream: streamId, revision, position: position?.commit, type, data, metadata })
    }
    signal.throwIfAborted()
    return { events, exhausted: received < count }
  } finally {
    signal.removeEventListener('abort', abandon)
    read.cancel().catch(nothingToDo)
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)))

/** What failed is told, or retried, elsewhere. */
const nothingToDo = (): void => undefined
