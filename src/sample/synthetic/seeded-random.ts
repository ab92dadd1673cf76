/** Numbers that look random and come again with the same seed (mulberry32). */
export interface SeededRandom {
  /** A whole number from 0 to `limit` − 1. */
  readonly below: (limit: number) => number
  /** True in that share of cases, from 0 to 1. */
  readonly chance: (share: number) => boolean
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T
  /** One of the choices, each as often as its weight. */
  readonly weighted: <T extends string>(weights: Readonly<Record<T, number>>) => T
  /** Of the normal distribution of mean 0 and variance 1. */
  readonly normal: () => number
}

export const seededRandom = (seed: number): SeededRandom => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (share) => next() < share,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    weighted: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const choices = Object.keys(weights) as T[] // its own keys
      let left = next() * choices.reduce((sum, choice) => sum + weights[choice], 0)
      const found = choices.find((choice) => (left -= weights[choice]) < 0) ?? choices.at(-1)
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    // Box and Muller, 1958.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
