import { randomUUID } from 'node:crypto'
import {
  EventStoreDBClient,
  jsonEvent,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type AppendExpectedRevision,
  type AppendResult,
  type ResolvedEvent,
} from '@eventstore/db-client'
import type { Test } from 'tap'
import { startProtocolDouble, type ProtocolDouble, type ProtocolDoubleOptions } from './protocol-double.js'

/** The client as its makers wrote it, on a double of its own; both end with the test. */
export interface DoubleWorld {
  readonly double: ProtocolDouble
  readonly client: EventStoreDBClient
}

export const openDouble = async (t: Test, options: ProtocolDoubleOptions = {}): Promise<DoubleWorld> => {
  const double = await startProtocolDouble(options)
  const client = EventStoreDBClient.connectionString(double.url)
  t.teardown(async () => {
    await disposed(client)
    await double.close()
  })
  return { double, client }
}

/** A server that the same expectations hold for: our own, or the one whose behaviour it copies. */
export interface ServerUnderTest {
  readonly name: string
  /** A client of it that ends with the test. */
  readonly open: (t: Test) => Promise<EventStoreDBClient>
}

const realServer = process.env['EVENTSTOREDB_URL']

/** The double in both its ways of appending, and a real server where `EVENTSTOREDB_URL` names one. */
export const serversUnderTest: readonly ServerUnderTest[] = [
  { name: 'protocol double', open: async (t) => (await openDouble(t)).client },
  {
    name: 'protocol double without batch append',
    open: async (t) => (await openDouble(t, { batchAppend: false })).client,
  },
  ...(realServer === undefined ? [] : [{ name: 'EventStoreDB', open: openReal(realServer) }]),
]

/** Says that a real server was not asked, and counts it. */
export const tellOfServers = (t: Test): void => {
  const skip = realServer === undefined ? 'EVENTSTOREDB_URL names no server' : false
  t.test('the double answers as EventStoreDB does', { skip }, async (t) => {
    t.pass('the expectations of this file were held against it')
  })
}

function openReal(url: string): ServerUnderTest['open'] {
  return async (t) => {
    const client = EventStoreDBClient.connectionString(url)
    t.teardown(() => disposed(client))
    return client
  }
}

/** `dispose` can wait for ever. */
const disposed = (client: EventStoreDBClient): Promise<unknown> =>
  Promise.race([client.dispose(), new Promise((resolve) => setTimeout(resolve, 500).unref())])

export const aStream = (): string => `organisation-${randomUUID()}`

export const someEvents = (count: number, type = 'Tried') =>
  Array.from({ length: count }, (_, number) => jsonEvent({ id: randomUUID(), type, data: { number } }))

export const append = (
  client: EventStoreDBClient,
  stream: string,
  events: ReturnType<typeof someEvents>,
  expectedRevision: AppendExpectedRevision = 'any',
): Promise<AppendResult> => client.appendToStream(stream, events, { expectedRevision })

/** What a call of the client fails with; undefined when it does not. */
export const rejectionOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
    return undefined
  } catch (error) {
    return error
  }
}

/** The type that an error of the client bears, or its text. */
export const failureOf = async (work: Promise<unknown>): Promise<string> => {
  const error = (await rejectionOf(work)) as { readonly type?: string; readonly message: string } | undefined
  return error === undefined ? 'no failure' : (error.type ?? error.message)
}

export const readToEnd = async <Event>(reading: AsyncIterable<Event>): Promise<Event[]> => {
  const found: Event[] = []
  for await (const event of reading) found.push(event)
  return found
}

export const numbersOf = (
  events: readonly { readonly event?: { readonly data?: unknown } | undefined }[],
): unknown[] => events.map(({ event }) => (event?.data as { readonly number?: number } | undefined)?.number)

/** The next events of a subscription, as many as are asked for. */
export const take = async (
  subscription: AsyncIterable<AllStreamResolvedEvent | ResolvedEvent>,
  count: number,
): Promise<(AllStreamResolvedEvent | ResolvedEvent)[]> => {
  const found: (AllStreamResolvedEvent | ResolvedEvent)[] = []
  if (count === 0) return found
  for await (const event of subscription) {
    found.push(event)
    if (found.length === count) break
  }
  return found
}

export const once = (
  subscription: AllStreamSubscription,
  event: 'confirmation' | 'caughtUp',
): Promise<void> =>
  new Promise((resolve, reject) => {
    subscription.once(event, () => {
      resolve()
    })
    subscription.once('error', reject)
  })
