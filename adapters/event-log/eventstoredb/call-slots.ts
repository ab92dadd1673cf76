/** So many calls at once, the others in the order in which they came. */
export interface CallSlots {
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export const createCallSlots = (slots: number): CallSlots => {
  const waiting: (() => void)[] = []
  let free = slots
  const enter = (): Promise<void> => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve))
    free -= 1
    return Promise.resolve()
  }
  /** The place goes straight to who waits longest. */
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return {
    run: async (work) => {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
