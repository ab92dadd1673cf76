import {
  createMemoryReadStorage,
  openMemoryReadStore,
} from '#adapters/read-store/memory/memory-read-store.js'
import { readStoreContract } from './read-store-contract.js'

readStoreContract('memory', () => {
  const storage = createMemoryReadStorage()
  return Promise.resolve({
    open: () => Promise.resolve(openMemoryReadStore(storage)),
    destroy: () => Promise.resolve(),
  })
})
