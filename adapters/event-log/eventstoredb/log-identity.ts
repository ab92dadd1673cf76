import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type LogId } from '#domain/ports/event-log.js'
import { logId } from '../coordinates.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { classifyError } from './classify-error.js'
import { type Call } from './connection.js'
import { type DatabaseClient } from './database-client.js'

/** The stream whose only event names the log. It is no fact, and nobody above sees it. */
export const identityStream = 'trajectoires-log'

const Identity = z.object({ id: z.string().min(1) })

/** The log's identity, made by whoever opens it first. Of several at once one makes it, and all get the same. */
export const obtainIdentity =
  (deadline: number): Call<LogId> =>
  async (client, signal) =>
    (await readIdentity(client, signal)) ?? makeIdentity(client, signal, deadline)

const readIdentity = async (client: DatabaseClient, signal: AbortSignal): Promise<LogId | undefined> => {
  try {
    const { events } = await client.readStream(
      identityStream,
      { direction: 'forwards', from: 'start', count: 1 },
      signal,
    )
    const [first] = events
    if (first === undefined) return undefined
    const identity = Identity.safeParse(first.data)
    if (identity.success) return logId(identity.data.id)
  } catch (error) {
    if (classifyError(error).trouble === 'no-stream') return undefined
    throw error
  }
  throw new EventLogFault('not-an-event-log', `the stream ${identityStream} holds no identity of a log`)
}

const makeIdentity = async (
  client: DatabaseClient,
  signal: AbortSignal,
  deadline: number,
): Promise<LogId> => {
  const id = randomUUID()
  const event = { id, type: 'LogIdentified', data: { id }, metadata: {} }
  try {
    await client.append(identityStream, 'none', [event], deadline)
  } catch (error) {
    if (classifyError(error).trouble !== 'conflict') throw error
  }
  // Read back even so: where the stream was deleted before, an append to «no stream» goes on with it.
  const made = await readIdentity(client, signal)
  if (made !== undefined) return made
  throw new EventLogFault('not-an-event-log', `the stream ${identityStream} can't be read`)
}

/** @throws EventLogFault `log-replaced` when the database holds another log by now, or none */
export const insistOnIdentity =
  (expected: LogId): Call<void> =>
  async (client, signal) => {
    const found = await readIdentity(client, signal)
    if (found === expected) return
    throw new EventLogFault(
      'log-replaced',
      `the event database holds ${found === undefined ? 'no log' : `the log ${found}`} by now, not ${expected}: nothing is written to it`,
    )
  }
