import type { ReadStore } from '#domain/ports/read-store.js'

interface Disturbance {
  /** Before changes of what serves. */
  readonly commit: () => Promise<void>
  readonly fill: () => Promise<void>
  /** Before a generation takes the place of what served. */
  readonly serve: () => Promise<void>
}

/** A store that does something before it writes. */
export const storeThat = (store: ReadStore, before: Partial<Disturbance>): ReadStore => ({
  ...store,
  commit: async (changes, checkpoint) => {
    const serving = new Set((await store.serving())?.generations.map(({ generation }) => generation))
    const switches = changes.some(({ generation }) => !serving.has(generation))
    await (switches ? before.serve?.() : before.commit?.())
    return store.commit(changes, checkpoint)
  },
  fill: async (...parameters) => {
    await before.fill?.()
    return store.fill(...parameters)
  },
})
