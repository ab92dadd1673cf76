import { setTimeout } from 'node:timers/promises'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { classifyError } from './classify-error.js'
import { faultOf } from './fault-of-trouble.js'

export interface RetryPolicy {
  /** How long a call is tried again before its caller is told, in milliseconds. */
  readonly patience: number
  /** Waits after attempt 1, 2, 3…; less when the signal says so. */
  readonly pause: (attempt: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds of any clock that does not go back. */
  readonly now: () => number
}

const [shortest, longest] = [50, 2_000]

/** 50 ms, doubled up to 2 s, of which half is left to chance: nodes that lost one server don't come back in step. */
export const pauseOf = (attempt: number, random: () => number): number => {
  const whole = Math.min(longest, shortest * 2 ** Math.min(attempt - 1, 10))
  return whole / 2 + (whole / 2) * random()
}

export const retryPolicy = (patience: number, random: () => number = Math.random): RetryPolicy => ({
  patience,
  pause: (attempt, signal) =>
    setTimeout(pauseOf(attempt, random), undefined, { signal }).catch(
      () => undefined, // woken by the end
    ),
  now: () => performance.now(),
})

/** What is not known to pass is not waited for as long. */
const attemptsWhenUnrecognised = 3

/**
 * The one place where a call is made again. Whoever hands in `attempt` sees to it that a second one does what the
 * first one did not, and nothing twice.
 *
 * @throws EventLogFault what cannot pass, at once; `log-unavailable` once patience is over or the log is closed
 */
export const retrying = async <Result>(
  policy: RetryPolicy,
  ending: AbortSignal,
  attempt: () => Promise<Result>,
): Promise<Result> => {
  const begun = policy.now()
  for (let count = 1; ; count += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!mayPass(error, count)) throw faultOf(error)
      if (ending.aborted || policy.now() - begun >= policy.patience) throw unavailable(error, count)
      await policy.pause(count, ending)
    }
  }
}

const mayPass = (error: unknown, count: number): boolean => {
  const { trouble } = classifyError(error)
  return trouble === 'outage' || (trouble === 'unrecognised' && count < attemptsWhenUnrecognised)
}

const unavailable = (error: unknown, attempts: number): EventLogFault =>
  new EventLogFault(
    'log-unavailable',
    `the event database does not answer (${attempts} attempts): ${messageOf(error)}`,
    { cause: error },
  )

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
