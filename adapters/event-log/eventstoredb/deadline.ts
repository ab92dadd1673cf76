import { DeadlinePassed } from './classify-error.js'

/**
 * Runs a call that may never answer: after `milliseconds`, or when `ending` is aborted, it rejects and the signal that
 * the call was given is aborted with the reason. What the call does later reaches nobody.
 */
export const withinDeadline = <Result>(
  milliseconds: number,
  ending: AbortSignal,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const abandoning = new AbortController()
    const abandon = (reason: Error): void => {
      reject(reason)
      abandoning.abort(reason)
    }
    const end = (): void => abandon(ending.reason as Error) // whoever aborts gives a fault
    const timer = setTimeout(() => abandon(new DeadlinePassed(milliseconds)), milliseconds)
    const settle = (): void => {
      clearTimeout(timer)
      ending.removeEventListener('abort', end)
    }
    if (ending.aborted) end()
    else ending.addEventListener('abort', end, { once: true })
    const answer = async (): Promise<Result> => call(abandoning.signal)
    void answer().then(resolve, reject).finally(settle)
  })
