import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { eventLogContract } from './event-log-contract.js'

eventLogContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-log-'))
  return {
    open: () => Promise.resolve(openSqliteEventLog({ path: join(folder, 'events.sqlite') })),
    destroy: () => rm(folder, { recursive: true }),
  }
})
