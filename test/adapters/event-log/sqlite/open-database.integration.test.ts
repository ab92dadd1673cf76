import { readFile, writeFile } from 'node:fs/promises'
import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import t from 'tap'
import { append, events, newStream, numbers } from '#test/contract/event-log/contract-world.js'
import { connectWith, newFile, openLog, pragma } from './sqlite-file.js'

t.test('a log is durable when it answers', async (t) => {
  const { connection } = await openLog(t)
  t.strictSame(
    ['journal_mode', 'synchronous', 'busy_timeout', 'fullfsync'].map((name) => pragma(connection, name)),
    ['wal', 2, 5000, 1],
  )
})

t.test('it is durable as well when an existing file is opened', async (t) => {
  const { log, path } = await openLog(t)
  await log.close()
  const { connection } = await openLog(t, { path })
  t.strictSame([pragma(connection, 'journal_mode'), pragma(connection, 'synchronous')], ['wal', 2])
})

t.test('a binding that does not write durably is refused', async (t) => {
  const path = await newFile(t)
  const connect = connectWith((sql) =>
    sql === 'PRAGMA synchronous' ? { get: () => ({ synchronous: 1 }) } : {},
  )
  t.throws(() => openSqliteEventLog({ path, connect }), { code: 'not-durable' })
})

t.test('a file system without a write-ahead log is refused', async (t) => {
  const path = await newFile(t)
  const connect = connectWith((sql) =>
    sql.includes('journal_mode') ? { get: () => ({ journal_mode: 'delete' }) } : {},
  )
  t.throws(() => openSqliteEventLog({ path, connect }), { code: 'not-durable' })
})

const calling = (version: string) =>
  connectWith((sql) => (sql.includes('sqlite_version') ? { get: () => ({ version }) } : {}))

for (const version of ['2.99.99', '3.50.4', '3.51.2']) {
  t.test(`SQLite ${version} is refused`, async (t) => {
    const path = await newFile(t)
    t.throws(() => openSqliteEventLog({ path, connect: calling(version) }), { code: 'sqlite-too-old' })
  })
}

for (const version of ['3.51.3', '3.51.10', '3.52.0', '4.0.0']) {
  t.test(`SQLite ${version} is taken`, async (t) => {
    const { log } = await openLog(t, { connect: calling(version) })
    t.equal(await log.head(), 0)
  })
}

t.test('a file of a newer version is refused, and left as it is', async (t) => {
  const { log, path, connection } = await openLog(t)
  connection.exec('PRAGMA user_version = 2')
  await log.close()
  const before = await readFile(path)
  t.throws(() => openSqliteEventLog({ path }), { code: 'newer-schema' })
  t.ok(before.equals(await readFile(path)))
})

t.test('a database of another program is refused, and left as it is', async (t) => {
  const path = await newFile(t)
  const other = connectBetterSqlite3(path)
  other.exec('CREATE TABLE events (id INTEGER PRIMARY KEY)')
  other.close()
  const before = await readFile(path)
  t.throws(() => openSqliteEventLog({ path }), { code: 'not-an-event-log' })
  t.ok(before.equals(await readFile(path)))
})

t.test('a file that is no database is refused, and left as it is', async (t) => {
  const path = await newFile(t)
  const text = 'organisation;date;étape\n'.repeat(500)
  await writeFile(path, text)
  t.throws(() => openSqliteEventLog({ path }), { code: 'not-an-event-log' })
  t.equal(await readFile(path, 'utf8'), text)
})

t.test('an empty file becomes a log', async (t) => {
  const path = await newFile(t)
  await writeFile(path, '')
  const { log } = await openLog(t, { path })
  t.equal((await append(log, newStream(), events(2))).lastRevision, 1)
})

t.test('damage is called by its name, when opening or when reading', async (t) => {
  const { log, path } = await openLog(t)
  const stream = newStream()
  for (let round = 0; round < 20; round += 1) await append(log, stream, events(50))
  await log.close()
  const whole = await readFile(path)

  const beginning = Buffer.from(whole)
  beginning.fill(0xa5, 100, 4096)
  await writeFile(path, beginning)
  t.throws(() => openSqliteEventLog({ path }), { code: 'damaged' })

  const rest = Buffer.from(whole)
  rest.fill(0xa5, 8 * 4096)
  await writeFile(path, rest)
  const { log: damaged } = await openLog(t, { path })
  await t.rejects(damaged.readStream(stream), { code: 'damaged' })
})

t.test('a folder that does not exist is an error of its own', async (t) => {
  const file = await newFile(t)
  t.throws(() => openSqliteEventLog({ path: `${file}/no/events.sqlite` }), TypeError)
})

t.test('closed and opened again and again, it goes on', async (t) => {
  const path = await newFile(t)
  const stream = newStream()
  for (let round = 0; round < 5; round += 1) {
    const { log } = await openLog(t, { path })
    await append(log, stream, events(3), round === 0 ? 'none' : 'exists')
    await log.close()
  }
  const { log } = await openLog(t, { path })
  t.strictSame(numbers(await log.readStream(stream)), Array.from({ length: 5 }, () => [0, 1, 2]).flat())
})
