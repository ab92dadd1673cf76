import { type Position } from '#domain/ports/event-log.js'
import { type Connection } from './connection.js'
import { DeadlinePassed } from './classify-error.js'
import { watchFrom } from './read-events.js'
import { type RetryPolicy } from './retry.js'

export interface AppendWatch {
  /** Begins when it is first called. */
  readonly start: () => void
  readonly stop: () => void
}

export interface WatchSetup {
  readonly connection: Connection
  readonly head: () => Promise<Position>
  readonly policy: RetryPolicy
  /** Called whenever something may have been appended, and whenever the database may be gone or back. */
  readonly wake: () => void
  /** Milliseconds until the server has to confirm; also how long an append may stay unseen if a watch dies unheard. */
  readonly deadline: number
}

/**
 * One subscription of the server's for all readers of a log, however many: it only says that there is something to
 * read, so nothing can be lost or come twice between it and the reading. It begins at an event that was read, not at
 * whatever the end is by then, and it is begun again for as long as the log is open.
 */
export const watchAppends = ({ connection, head, policy, wake, deadline }: WatchSetup): AppendWatch => {
  const { leaving } = connection
  const isLeaving = (): boolean => leaving.aborted
  let timer: NodeJS.Timeout | undefined

  const run = async (): Promise<void> => {
    for (let attempt = 1; !isLeaving(); attempt += 1) {
      try {
        await watchOnce(await head(), () => {
          attempt = 1
          wake()
        })
      } catch (error) {
        if (isLeaving()) return
        connection.met(error)
        wake()
        await policy.pause(attempt, leaving)
      }
    }
  }

  /** Resolves when the log is left, rejects when the watch broke. */
  const watchOnce = (from: Position, confirmed: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const unconfirmed = setTimeout(() => end(new DeadlinePassed(deadline)), deadline)
      const leave = (): void => end()
      const end = (error?: unknown): void => {
        clearTimeout(unconfirmed)
        leaving.removeEventListener('abort', leave)
        unwatch()
        if (error === undefined) resolve()
        else reject(error instanceof Error ? error : new Error('the watch failed', { cause: error }))
      }
      leaving.addEventListener('abort', leave, { once: true })
      const unwatch = connection.client().watchAll(watchFrom(from), {
        confirmed: () => {
          clearTimeout(unconfirmed)
          confirmed()
        },
        appended: wake,
        failed: end,
      })
    })

  return {
    start: () => {
      if (timer !== undefined || leaving.aborted) return
      timer = setInterval(wake, deadline).unref()
      void run()
    },
    stop: () => clearInterval(timer),
  }
}
