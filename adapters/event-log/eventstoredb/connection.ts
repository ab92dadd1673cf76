import { setMaxListeners } from 'node:events'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { createCallSlots } from './call-slots.js'
import { classifyError } from './classify-error.js'
import { type DatabaseAddress } from './connection-string.js'
import { type ConnectDatabase, type DatabaseClient } from './database-client.js'
import { withinDeadline } from './deadline.js'

/** One attempt at a call. */
export type Call<Result> = (client: DatabaseClient, signal: AbortSignal) => Promise<Result>

/** The one way to the database: every call is bounded in time, and so many at once. */
export interface Connection {
  readonly append: <Result>(call: Call<Result>) => Promise<Result>
  readonly read: <Result>(call: Call<Result>) => Promise<Result>
  /** The client of the moment, for what lasts. */
  readonly client: () => DatabaseClient
  /** To be told what something that lasts has met. */
  readonly met: (error: unknown) => void
  /** Runs before the next call, and before the first one after each outage; when it rejects, so does the call. */
  readonly beforeUse: (check: Call<void>) => void
  /** Aborted by `leave`: pauses end, nothing is tried again. */
  readonly leaving: AbortSignal
  readonly leave: () => void
  /** Cuts off what is still under way, and lets go of the database. */
  readonly close: () => Promise<void>
}

export interface ConnectionSetup {
  readonly address: DatabaseAddress
  readonly connect: ConnectDatabase
  /** Milliseconds a call. */
  readonly deadline: number
  readonly onOutage: () => void
}

/** A server bears 100 calls at once on a connection, and answers no 101st: these and the one watch stay below. */
const [appendsAtOnce, readsAtOnce] = [32, 48]

/**
 * Keeps a client, and takes a new one where the old one may have remembered a failure, or holds a connection that is
 * dead without knowing it.
 */
export const openConnection = ({ address, connect, deadline, onOutage }: ConnectionSetup): Connection => {
  const [leaving, ending] = [new AbortController(), new AbortController()]
  setMaxListeners(0, leaving.signal, ending.signal) // every call under way listens
  const [appends, reads] = [createCallSlots(appendsAtOnce), createCallSlots(readsAtOnce)]
  let client = connect(address)
  let check: Call<void> | undefined
  let checked: Promise<void> | undefined

  /** The calls of the old client end by their own deadlines. */
  const renew = (failed: DatabaseClient): void => {
    if (failed !== client || ending.signal.aborted) return
    client = connect(address)
    setTimeout(() => void failed.close(), deadline).unref()
  }

  const meet = (error: unknown, by: DatabaseClient): void => {
    const trouble = classifyError(error)
    if (trouble.trouble !== 'outage' || ending.signal.aborted) return
    checked = undefined
    onOutage()
    if (trouble.renew) renew(by)
  }

  const attempt = async <Result>(call: Call<Result>): Promise<Result> => {
    const by = client
    try {
      return await withinDeadline(deadline, ending.signal, (signal) => call(by, signal))
    } catch (error) {
      meet(error, by)
      throw error
    }
  }

  /** One check for all who wait for it; a failed one is made again by the next call. */
  const ensureChecked = (): Promise<void> => {
    if (check === undefined) return Promise.resolve()
    if (checked !== undefined) return checked
    const mine = attempt(check)
    checked = mine
    mine.catch(() => {
      if (checked === mine) checked = undefined
    })
    return mine
  }

  const bounded =
    (slots: typeof appends) =>
    <Result>(call: Call<Result>): Promise<Result> =>
      slots.run(async () => {
        await ensureChecked()
        return attempt(call)
      })

  return {
    append: bounded(appends),
    read: bounded(reads),
    client: () => client,
    met: (error) => meet(error, client),
    beforeUse: (given) => {
      check = given
      checked = Promise.resolve()
    },
    leaving: leaving.signal,
    leave: () => leaving.abort(),
    close: async () => {
      leaving.abort()
      ending.abort(new EventLogFault('log-closed', 'the event log is closed'))
      await client.close()
    },
  }
}
