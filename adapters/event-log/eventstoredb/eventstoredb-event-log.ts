import type { EventLog, LogId, SubscribeOutcome, SubscriptionRequest } from '#domain/ports/event-log.js'
import { beforeAll, checkAllSlice, checkCommandRange, checkStreamSlice, checkTypes } from '../coordinates.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { createGate } from '../gate.js'
import { conditionOf } from '#domain/ports/log-condition.js'
import { prepareAppend } from '../prepared-append.js'
import { refuseCheckpoint, runSubscriptions } from '../subscriptions.js'
import { appendEvents } from './append-events.js'
import { openAppendQueue } from './append-queue.js'
import { classifyError } from './classify-error.js'
import { createCommandIndex } from './command-index.js'
import { openConnection, type Call, type Connection } from './connection.js'
import { readConnectionString } from './connection-string.js'
import { connectDatabase, type ConnectDatabase } from './database-client.js'
import { faultOf } from './fault-of-trouble.js'
import { insistOnIdentity, obtainIdentity } from './log-identity.js'
import { readCommandsOf } from './read-commands.js'
import { createAllReader, readStreamFacts, type RunCall } from './read-events.js'
import { retrying, retryPolicy, type RetryPolicy } from './retry.js'
import { watchAppends } from './watch-appends.js'

export interface EventStoreDbSetup {
  /** `esdb://[user:password@]host[:port][,…][?option=value]`, or `esdb+discover://`. */
  readonly url: string
  /** Milliseconds until a call that is not answered is given up, and made again where that is safe. Default: 10,000. */
  readonly deadline?: number
  /** Milliseconds for which a call is made again before its caller is told. Default: three times the deadline. */
  readonly patience?: number
  /** How many events may wait for their append before more are answered `busy`. Default: 10,000. */
  readonly waitingEvents?: number
  /** Hears what an operator should know, in French and English. */
  readonly warn?: (message: string) => void
  /** From 0 to 1, for the pauses between attempts. Default: Math.random. */
  readonly random?: () => number
  /** The client of the database. Default: the one that EventStoreDB's makers publish. */
  readonly connect?: ConnectDatabase
}

/**
 * The log in an EventStoreDB, alone or as a cluster; any number of nodes may have it open at once. Opening it makes the
 * log's identity where there is none yet.
 *
 * @throws EventLogFault `invalid-connection`, `log-unavailable` when it can't be reached within the deadline,
 * `access-denied`, `not-an-event-log`
 */
export const openEventStoreDbEventLog = async (setup: EventStoreDbSetup): Promise<EventLog> => {
  const { deadline = 10_000, patience = 3 * deadline, warn = () => undefined } = setup
  const policy = retryPolicy(patience, setup.random)
  const connection: Connection = openConnection({
    address: readConnectionString(setup.url),
    connect: setup.connect ?? connectDatabase,
    deadline,
    onOutage: () => index.clear(),
  })
  const persistently =
    (run: Connection['read']): RunCall =>
    (call) =>
      retrying(policy, connection.leaving, () => run(call))
  const [read, write] = [persistently(connection.read), persistently(connection.append)]
  const once: RunCall = (call) =>
    connection.read(call).catch((error: unknown) => {
      throw faultOf(error)
    })
  const index = createCommandIndex(read)
  const all = createAllReader(warn)
  const identity = await identify(connection, { ...policy, patience: Math.min(patience, deadline) }, deadline)

  const subscriptions = runSubscriptions({
    readAll: (slice) => all.readBehindEvent(connection.read, slice).catch(namingWhatStays),
    waitOut: (failure, attempt, signal) =>
      classifyError(failure).trouble === 'outage' ? policy.pause(attempt, signal) : undefined,
  })
  const head = () => all.head(read)
  const watch = watchAppends({
    connection,
    head: () => all.head(connection.read),
    policy,
    wake: subscriptions.wake,
    deadline,
  })

  const subscribe = async (request: SubscriptionRequest): Promise<SubscribeOutcome> => {
    checkTypes(request.types)
    const { from } = request
    if (from !== 'start') {
      const refusal = refuseCheckpoint(identity, await head(), from) ?? (await refuseGap(from))
      if (refusal !== undefined) return refusal
    }
    watch.start()
    return subscriptions.begin(request, from === 'start' ? beforeAll : from.position)
  }

  /** A position of a history that was lost may lie before the head again. */
  const refuseGap = async (
    checkpoint: Exclude<SubscriptionRequest['from'], 'start'>,
  ): Promise<SubscribeOutcome | undefined> => {
    try {
      await all.readBehindEvent(read, { after: checkpoint.position, limit: 1 })
      return undefined
    } catch (error) {
      if (error instanceof EventLogFault && error.code === 'history-changed')
        return { outcome: 'history-changed', checkpoint }
      throw error
    }
  }

  const queue = openAppendQueue(async (append) => {
    const outcome = await appendEvents({ index, write, read, deadline }, append)
    if (outcome.outcome === 'appended') subscriptions.wake()
    return outcome
  }, setup.waitingEvents ?? 10_000)

  const gate = createGate()
  return {
    identity: gate.pass(() => identity),
    append: gate.pass((request) => queue.append(prepareAppend(request))),
    findCommand: gate.pass(async (stream, id) => (await index.refresh(stream)).commands.get(id)),
    readStream: gate.pass(async (stream, slice = {}) => {
      checkStreamSlice(slice)
      return (await readStreamFacts(read, stream, slice)).map(({ event }) => event)
    }),
    readAll: gate.pass((slice) => {
      checkAllSlice(slice)
      return all.readAll(read, slice)
    }),
    readCommands: gate.pass((range) => {
      checkCommandRange(range)
      return readCommandsOf(all, read, range)
    }),
    head: gate.pass(head),
    last: gate.pass(() => all.last(read)),
    subscribe: gate.pass(subscribe),
    condition: () =>
      conditionOf(
        gate.pass(() => identity),
        gate.pass(() => all.head(hurried(once, Math.min(deadline, 3_000)))),
      ),
    close: () =>
      gate.close(async () => {
        connection.leave()
        watch.stop()
        const ended = Promise.all([queue.drained(), subscriptions.closeAll()])
        await endedWithin(deadline, ended)
        await connection.close()
        await ended // running handlers are waited for as long as they take
      }),
  }
}

/** An outage passes and stays what it is; anything else gets its name. */
const namingWhatStays = (error: unknown): never => {
  throw classifyError(error).trouble === 'outage' ? error : faultOf(error)
}

/** Reads the identity, or makes it; from then on it is seen again after each outage, before anything else. */
const identify = async (connection: Connection, policy: RetryPolicy, deadline: number): Promise<LogId> => {
  try {
    const obtain = obtainIdentity(deadline)
    const identity = await retrying(policy, connection.leaving, () => connection.append(obtain))
    connection.beforeUse(insistOnIdentity(identity))
    return identity
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** Who asks how a log is does not wait as long as who wants something of it. */
const hurried =
  (run: RunCall, milliseconds: number): RunCall =>
  <Result>(call: Call<Result>) => {
    const late = new EventLogFault(
      'log-unavailable',
      `the event database did not answer within ${milliseconds} ms`,
    )
    return Promise.race([run(call), rejectedAfter(milliseconds, late)])
  }

const rejectedAfter = (milliseconds: number, error: Error): Promise<never> =>
  new Promise((_resolve, reject) => setTimeout(() => reject(error), milliseconds).unref())

const endedWithin = (milliseconds: number, ended: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    void ended.finally(() => {
      clearTimeout(timer)
      resolve()
    })
  })
