import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import t from 'tap'
import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import { openSqliteReadStore } from '#adapters/read-store/sqlite/sqlite-read-store.js'
import type { Checkpoint, LogId, Position } from '#domain/ports/event-log.js'
import type { RowChanges } from '#domain/ports/read-store.js'
import { connectWith } from '#test/adapters/event-log/sqlite/sqlite-file.js'
import { organisation } from '#test/support/organisation-events.js'
import { newFile, openStore } from './projection-world.js'

const checkpoint = (position: number): Checkpoint => ({
  log: 'log-of-the-tests' as LogId,
  position: position as Position,
})
const rows = (...ids: readonly string[]): RowChanges => ({
  rows: ids.map((id) => ({ id: organisation(id), json: '1' })),
  quarantined: [],
})

t.test('a file belongs to one store at a time', async (t) => {
  const path = await newFile(t)
  const store = openStore(t, path)
  t.throws(() => openSqliteReadStore({ path }), { code: 'in-use', message: path })
  await store.close()
  await openSqliteReadStore({ path }).close()
})

t.test('another process is told that it is in use', async (t) => {
  const path = await newFile(t)
  openStore(t, path)
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { openSqliteReadStore } from '#adapters/read-store/sqlite/sqlite-read-store.js'
     try { openSqliteReadStore({ path: ${JSON.stringify(path)} }) } catch (error) { console.log(error.code) }`,
  ])
  t.equal(stdout.trim(), 'in-use')
})

t.test('a commit that breaks in its middle leaves no trace', async (t) => {
  const path = await newFile(t)
  let left = Infinity
  const breaking = connectWith((sql, statement) => ({
    run: (...parameters) => {
      if (sql.includes('INTO rows') && left-- <= 0) throw new Error('broken off')
      return statement.run(...parameters)
    },
  }))
  const store = openSqliteReadStore({ path, connect: breaking })
  t.teardown(() => store.close())
  const generation = await store.beginBeside('registry', 1)
  await store.serve(generation, rows('a'), checkpoint(1))
  left = 2
  await t.rejects(store.commit(generation, rows('b', 'c', 'd'), checkpoint(2)), { message: 'broken off' })
  left = Infinity
  t.strictSame(
    (await store.rows(generation)).map(({ id }) => id),
    ['a'],
  )
  t.strictSame((await store.serving('registry'))?.checkpoint, checkpoint(1))
  const beside = await store.beginBeside('registry', 1)
  left = 1
  await t.rejects(store.serve(beside, rows('b', 'c'), checkpoint(2)), { message: 'broken off' })
  t.equal((await store.serving('registry'))?.generation, generation, 'the switch is taken back whole')
  t.strictSame(
    (await store.rows(generation)).map(({ id }) => id),
    ['a'],
  )
})

t.test('a file of something else stays as it is', async (t) => {
  const path = await newFile(t)
  await writeFile(path, 'Ceci n’est pas une base de données. '.repeat(100))
  const before = await readFile(path)
  t.throws(() => openSqliteReadStore({ path }), { code: 'not-a-read-store' })
  t.strictSame(await readFile(path), before)
})

t.test('a database of something else stays as it is', async (t) => {
  const path = await newFile(t)
  const other = connectBetterSqlite3(path)
  other.exec('CREATE TABLE theirs (id INTEGER PRIMARY KEY)')
  other.close()
  const before = await readFile(path)
  t.throws(() => openSqliteReadStore({ path }), { code: 'not-a-read-store' })
  t.strictSame(await readFile(path), before)
})

t.test('a file of a newer program stays as it is', async (t) => {
  const path = await newFile(t)
  await openSqliteReadStore({ path }).close()
  const newer = connectBetterSqlite3(path)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  t.throws(() => openSqliteReadStore({ path }), { code: 'newer-schema', message: '99' })
})
