import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import t from 'tap'
import {
  anEvent,
  append,
  appendRequest,
  count,
  events,
  newStream,
  numbers,
  outcomes,
  revision,
} from '#test/contract/event-log/contract-world.js'
import { commitsIn, connectWith, openLog, pragma } from './sqlite-file.js'

t.test('appends of one turn share one commit', async (t) => {
  const { log, path } = await openLog(t)
  const before = await commitsIn(path)
  await Promise.all(Array.from({ length: 100 }, () => append(log, newStream(), events(2))))
  t.equal((await commitsIn(path)) - before, 1)
})

t.test('a group holds some 500 events, never half an append', async (t) => {
  const { log, path } = await openLog(t)
  const before = await commitsIn(path)
  await Promise.all(Array.from({ length: 120 }, () => append(log, newStream(), events(10))))
  t.equal((await commitsIn(path)) - before, 3)
})

t.test('appends that wait for each other have a commit each', async (t) => {
  const { log, path } = await openLog(t)
  const before = await commitsIn(path)
  for (let round = 0; round < 5; round += 1) await append(log, newStream(), [anEvent()])
  t.equal((await commitsIn(path)) - before, 5)
})

t.test('nothing is answered before its commit', async (t) => {
  const order: string[] = []
  const connect = connectWith((sql, { run }) =>
    sql === 'COMMIT'
      ? {
          run: () => {
            order.push('commit')
            return run()
          },
        }
      : {},
  )
  const { log } = await openLog(t, { connect })
  const appends = [1, 2, 3].map(() => append(log, newStream(), [anEvent()]).then(() => order.push('answer')))
  await Promise.all(appends)
  t.strictSame(order, ['commit', 'answer', 'answer', 'answer'])
})

t.test('a full queue answers busy, writes nothing of it, and takes appends again afterwards', async (t) => {
  const { log } = await openLog(t, { waitingEvents: 10 })
  const stream = newStream()
  const given = Array.from({ length: 20 }, (_, number) => anEvent({ number }))
  const ends = await Promise.all(given.map((event) => log.append(appendRequest(stream, [event]))))
  t.strictSame(outcomes(ends), [...Array<string>(10).fill('appended'), ...Array<string>(10).fill('busy')])
  t.strictSame(numbers(await log.readStream(stream)), [...Array(10).keys()])
  t.equal((await append(log, stream, [anEvent()])).firstRevision, 10)
})

t.test('an append larger than the whole queue is taken when nobody waits', async (t) => {
  const { log } = await openLog(t, { waitingEvents: 10 })
  t.equal((await append(log, newStream(), events(50))).lastRevision, 49)
})

t.test('on a full disk nothing is written and everyone is told; with room again it goes on', async (t) => {
  const { log, connection } = await openLog(t)
  const [stream, other] = [newStream(), newStream()]
  await append(log, stream, events(3))
  const head = await log.head()
  connection.exec(`PRAGMA max_page_count = ${Number(pragma(connection, 'page_count')) + 2}`)
  const large = anEvent({ text: 'x'.repeat(100_000) }, 'TypeOfAFullDisk')
  const requests = [
    appendRequest(other, [anEvent()], 'none'),
    appendRequest(stream, [large, anEvent()], revision(2)),
  ]
  const ends = await Promise.all(requests.map((request) => log.append(request)))
  t.strictSame(ends, [{ outcome: 'disk-full' }, { outcome: 'disk-full' }])
  t.strictSame(
    [await log.head(), (await log.readStream(stream)).length, await log.readStream(other)],
    [head, 3, []],
  )

  connection.exec('PRAGMA max_page_count = 1000000')
  const stored = await append(log, stream, [large, anEvent()], revision(2))
  t.strictSame([stored.firstRevision, stored.lastRevision], [3, 4])
  t.equal((await log.readStream(stream)).at(3)?.type, 'TypeOfAFullDisk')
})

t.test('on a full disk, reading goes on', async (t) => {
  const { log, connection } = await openLog(t)
  const stream = newStream()
  await append(log, stream, events(3))
  connection.exec(`PRAGMA max_page_count = ${Number(pragma(connection, 'page_count'))}`)
  await log.append(appendRequest(stream, [anEvent({ text: 'x'.repeat(100_000) })]))
  t.strictSame(numbers(await log.readStream(stream)), [0, 1, 2])
})

t.test('while another connection holds the file too long, appends are answered busy', async (t) => {
  const { log, path, connection } = await openLog(t)
  connection.exec('PRAGMA busy_timeout = 5')
  const other = connectBetterSqlite3(path)
  other.exec('BEGIN IMMEDIATE')
  const stream = newStream()
  t.strictSame(await log.append(appendRequest(stream, [anEvent()])), { outcome: 'busy' })
  other.exec('ROLLBACK')
  other.close()
  t.equal((await append(log, stream, [anEvent()], 'none')).firstRevision, 0)
})

const ioError = (code: string): Error => Object.assign(new Error('disk I/O error'), { code })

for (const statement of ['BEGIN IMMEDIATE', 'COMMIT']) {
  t.test(`when ${statement} fails, every caller hears of it, and the next append goes through`, async (t) => {
    const faults = [ioError('SQLITE_IOERR_FSYNC')]
    const connect = connectWith((sql, { run }) => ({
      run: (...parameters) => {
        const fault = sql === statement ? faults.pop() : undefined
        if (fault !== undefined) throw fault
        return run(...parameters)
      },
    }))
    const { log } = await openLog(t, { connect })
    const stream = newStream()
    const appends = [1, 2, 3].map(() => log.append(appendRequest(stream, events(2), 'any')))
    const ends = await Promise.allSettled(appends)
    t.strictSame(
      ends.map((end) => (end.status === 'rejected' ? (end.reason as { code: string }).code : 'answered')),
      Array(3).fill('SQLITE_IOERR_FSYNC'),
    )
    t.strictSame(await log.readStream(stream), [])
    t.equal((await append(log, stream, events(2), 'none')).lastRevision, 1)
  })
}

t.test('a rollback that fails as well is told with its cause, and tried again', async (t) => {
  const faults = [ioError('SQLITE_IOERR_WRITE')]
  const connect = connectWith((sql, { run }) => ({
    run: (...parameters) => {
      const fault = sql === 'COMMIT' ? faults.pop() : undefined
      if (fault !== undefined) throw fault
      return run(...parameters)
    },
  }))
  let rollbacks = 0
  const { log } = await openLog(t, {
    connect: (path) => {
      const database = connect(path)
      const exec = (sql: string): void => {
        if (sql === 'ROLLBACK' && (rollbacks += 1) === 1) throw new Error('no rollback either')
        database.exec(sql)
      }
      return { ...database, exec }
    },
  })
  const stream = newStream()
  await t.rejects(log.append(appendRequest(stream, [anEvent()])), {
    errors: [{ code: 'SQLITE_IOERR_WRITE' }, {}],
  })
  await t.rejects(log.append(appendRequest(stream, [anEvent()])), /transaction/)
  t.strictSame(await log.readStream(stream), [])
  t.equal((await append(log, stream, [anEvent()], 'none')).firstRevision, 0)
  t.equal(rollbacks, 2)
})

t.test('a group that failed leaves neither types nor streams behind', async (t) => {
  const faults = [ioError('SQLITE_FULL')]
  const connect = connectWith((sql, { run }) => ({
    run: (...parameters) => {
      const fault = sql === 'COMMIT' ? faults.pop() : undefined
      if (fault !== undefined) throw fault
      return run(...parameters)
    },
  }))
  const { log } = await openLog(t, { connect })
  const [stream, other] = [newStream(), newStream()]
  const end = await log.append(appendRequest(stream, events(1, 'FirstType')))
  t.strictSame(end, { outcome: 'disk-full' })
  await append(log, other, events(1, 'SecondType'))
  await append(log, stream, events(1, 'FirstType'), 'none')
  const types = [...(await log.readStream(other)), ...(await log.readStream(stream))].map(({ type }) => type)
  t.strictSame(types, ['SecondType', 'FirstType'])
})

t.test('many callers over many turns are all answered', async (t) => {
  const { log, path } = await openLog(t)
  const before = await commitsIn(path)
  const streams = Array.from({ length: 50 }, () => newStream())
  const ends = await Promise.all(
    streams.map(async (stream) => {
      const answered: string[] = []
      for (let round = 0; round < 10; round += 1)
        answered.push((await log.append(appendRequest(stream, events(1)))).outcome)
      return answered
    }),
  )
  t.strictSame(count(ends.flat()), { appended: 500 })
  const commits = (await commitsIn(path)) - before
  t.ok(commits <= 50, `${commits} commits for 500 appends`)
})
