import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteReadStore } from '#adapters/read-store/sqlite/sqlite-read-store.js'
import { readStoreContract } from './read-store-contract.js'

readStoreContract('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-'))
  return {
    open: () => Promise.resolve(openSqliteReadStore({ path: join(folder, 'lecture.sqlite') })),
    destroy: () => rm(folder, { recursive: true }),
  }
})
