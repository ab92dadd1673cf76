/** One piece of work at a time, in the order in which they were asked for. */
export interface Turns {
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (work) => {
      const result = last.then(work)
      last = result.catch(() => undefined) // who asked is told; the next one goes on all the same
      return result
    },
  }
}
