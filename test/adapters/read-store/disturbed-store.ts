import type { ReadStore } from '#domain/ports/read-store.js'

/** A store that does something before it commits. */
export const storeThat = (
  store: ReadStore,
  before: Partial<Record<'commit' | 'fill' | 'serve', () => Promise<void>>>,
): ReadStore => ({
  ...store,
  commit: async (...parameters) => {
    await before.commit?.()
    return store.commit(...parameters)
  },
  fill: async (...parameters) => {
    await before.fill?.()
    return store.fill(...parameters)
  },
  serve: async (...parameters) => {
    await before.serve?.()
    return store.serve(...parameters)
  },
})
