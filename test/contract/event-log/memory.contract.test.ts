import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { createMemoryStorage } from '#adapters/event-log/memory/memory-storage.js'
import { eventLogContract } from './event-log-contract.js'

eventLogContract('memory', () => {
  const storage = createMemoryStorage()
  return Promise.resolve({
    open: () => Promise.resolve(openMemoryEventLog(storage)),
    destroy: () => Promise.resolve(),
  })
})
