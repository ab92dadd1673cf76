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
import { newFile, openStore } from '#test/adapters/follower/follower-world.js'

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
  const other = await store.beginBeside('standings', 1)
  await store.commit(
    [
      { generation, ...rows('a') },
      { generation: other, ...rows('a') },
    ],
    checkpoint(1),
  )
  left = 2
  const changes = [
    { generation, ...rows('b') },
    { generation: other, ...rows('c', 'd') },
  ]
  await t.rejects(store.commit(changes, checkpoint(2)), { message: 'broken off' })
  left = Infinity
  t.strictSame(
    (await store.rows(generation)).map(({ id }) => id),
    ['a'],
  )
  t.strictSame(
    (await store.rows(other)).map(({ id }) => id),
    ['a'],
  )
  t.strictSame((await store.serving())?.checkpoint, checkpoint(1))
  const beside = await store.beginBeside('registry', 1)
  left = 1
  await t.rejects(store.commit([{ generation: beside, ...rows('b', 'c') }], checkpoint(2)), {
    message: 'broken off',
  })
  t.strictSame(
    (await store.serving())?.generations.map((one) => one.generation),
    [generation, other],
    'the switch is taken back whole',
  )
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

/** As version 0.1.0 wrote them. */
const firstSchema = `
  CREATE TABLE generations (id INTEGER PRIMARY KEY AUTOINCREMENT, projection TEXT NOT NULL, version INTEGER NOT NULL, log TEXT, position INTEGER) STRICT;
  CREATE UNIQUE INDEX one_serves ON generations (projection) WHERE log IS NOT NULL;
  CREATE UNIQUE INDEX one_beside ON generations (projection) WHERE log IS NULL;
  CREATE TABLE rows (generation INTEGER NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (generation, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE quarantined (generation INTEGER NOT NULL, id TEXT NOT NULL, reason TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (generation, id)) STRICT, WITHOUT ROWID;
  INSERT INTO generations VALUES (1, 'registry', 3, 'log-of-the-tests', 7), (2, 'standings', 1, 'log-of-the-tests', 9), (3, 'standings', 1, NULL, NULL);
  INSERT INTO rows VALUES (1, 'a', '1'), (2, 'a', '1');
  PRAGMA application_id = 842494579;
  PRAGMA user_version = 1;
`

t.test('a file of an older program is emptied to be built again, and remembers its log', async (t) => {
  const path = await newFile(t)
  const older = connectBetterSqlite3(path)
  older.exec(firstSchema)
  older.close()
  const store = openStore(t, path)
  t.strictSame(await store.serving(), { checkpoint: checkpoint(9), generations: [] })
  const generation = await store.beginBeside('registry', 3)
  await store.commit([{ generation, ...rows('b') }], checkpoint(10))
  await store.close()
  const again = openStore(t, path)
  t.strictSame(
    (await again.rows(generation)).map(({ id }) => id),
    ['b'],
  )
})
