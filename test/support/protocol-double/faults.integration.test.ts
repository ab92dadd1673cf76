import { EventStoreDBClient } from '@eventstore/db-client'
import t from 'tap'
import {
  append,
  aStream,
  failureOf,
  numbersOf,
  once,
  openDouble,
  readToEnd,
  someEvents,
  take,
} from './double-client.js'

const within = async (milliseconds: number, work: Promise<unknown>): Promise<'settled' | 'nothing yet'> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'nothing yet'>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'nothing yet')
  })
  const settled = work.then(
    () => 'settled' as const,
    () => 'settled' as const,
  )
  return Promise.race([settled, late]).finally(() => {
    clearTimeout(timer)
  })
}

for (const batchAppend of [true, false]) {
  t.test(`faults of appends, batch append ${batchAppend ? '' : 'not '}announced`, (t) => {
    const cases = [
      ['cut', 'unavailable', 0],
      ['stored-cut', 'unavailable', 1],
      ['stored-timed-out', batchAppend ? 'deadline-exceeded' : 'timeout', 1],
      ['not-ready', batchAppend ? 'unknown' : 'unavailable', 0],
      ['busy', batchAppend ? 'unknown' : 'unavailable', 0],
      ['not-leader', 'not-leader', 0],
    ] as const
    for (const [fault, failure, stored] of cases) {
      t.test(`${fault}: the client says ${failure}, and the same again succeeds`, async (t) => {
        const { client, double } = await openDouble(t, { batchAppend })
        const stream = aStream()
        const given = someEvents(1)
        double.faults.nextAppends(fault)
        t.equal(await failureOf(append(client, stream, given, 'no_stream')), failure)
        t.equal(double.stored(stream).length, stored)
        t.equal((await append(client, stream, given, 'no_stream')).nextExpectedRevision, 0n)
        t.strictSame([double.stored(stream).length, double.appends()], [1, 2])
      })
    }

    t.test('killed before or behind the storing, the server is back with what it had stored', async (t) => {
      for (const [fault, stored] of [
        ['killed-before', 0],
        ['killed-after', 1],
      ] as const) {
        const { client, double } = await openDouble(t, { batchAppend })
        const stream = aStream()
        const given = someEvents(1)
        double.faults.nextAppends(fault)
        t.match(await failureOf(append(client, stream, given, 'no_stream')), /^(unavailable|cancelled)$/)
        t.equal(double.stored(stream).length, stored)
        await append(client, stream, given, 'no_stream')
        t.equal(double.stored(stream).length, 1)
      }
    })
    t.end()
  })
}

t.test('a lost answer leaves the client waiting, though all is stored', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  await append(client, stream, someEvents(1))
  double.faults.nextAppends('stored-unanswered', 'unanswered')
  const waiting = [append(client, stream, someEvents(1)), append(client, stream, someEvents(1))]
  t.equal(await within(100, Promise.race(waiting)), 'nothing yet')
  t.equal(double.stored(stream).length, 2)
  const over = Promise.all(waiting.map(failureOf))
  await double.stop()
  t.strictSame(new Set(await over).size, 1)
})

t.test('a silent server answers nothing, and everything once it speaks', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  await append(client, stream, someEvents(1))
  double.faults.beSilent()
  const waiting = [append(client, stream, someEvents(1)), readToEnd(client.readStream(stream))]
  t.equal(await within(100, Promise.race(waiting)), 'nothing yet')
  t.equal(double.stored(stream).length, 1)
  double.faults.speak()
  await Promise.all(waiting)
  t.equal(double.stored(stream).length, 2)
})

t.test('one failed question for supported methods poisons a client, and no other', async (t) => {
  const { client, double } = await openDouble(t)
  double.faults.failCapability()
  const stream = aStream()
  for (let attempt = 0; attempt < 3; attempt += 1) {
    t.match(await failureOf(append(client, stream, someEvents(1))), /supported methods failed/)
  }
  const fresh = EventStoreDBClient.connectionString(double.url)
  t.teardown(() => fresh.dispose())
  t.equal((await append(fresh, stream, someEvents(1))).nextExpectedRevision, 0n)
})

t.test('where everything is denied, a stream can still be read', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  await append(client, stream, someEvents(1))
  double.faults.denyAll()
  t.equal(await failureOf(readToEnd(client.readAll())), 'access-denied')
  t.equal(await failureOf(take(client.subscribeToAll(), 1)), 'access-denied')
  t.equal((await readToEnd(client.readStream(stream))).length, 1)
})

t.test('a server whose clock is ahead by more than the deadline lets every append time out', async (t) => {
  const { client, double } = await openDouble(t)
  double.faults.skewClock(60_000)
  t.equal(await failureOf(append(client, aStream(), someEvents(1))), 'deadline-exceeded')
  double.faults.skewClock(0)
  await append(client, aStream(), someEvents(1))
  t.equal(double.stored().length, 1)
})

t.test('reads break at once or midway, or are never answered', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  await append(client, stream, someEvents(3))
  double.faults.nextReads('cut', 'cut-midway')
  t.equal(await failureOf(readToEnd(client.readStream(stream))), 'unavailable')
  const seen: unknown[] = []
  const midway = client.readStream(stream)
  midway.on('data', (event) => seen.push(event))
  t.equal(await failureOf(new Promise((_, reject) => midway.once('error', reject))), 'unavailable')
  t.ok(seen.length < 3)
  double.faults.nextReads('unanswered')
  const lost = client.readStream(stream)
  t.equal(await within(100, readToEnd(lost)), 'nothing yet')
  await lost.cancel()
})

t.test('a subscription that was dropped fails, and goes on from where it was', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  await append(client, stream, someEvents(3))
  const dropped = client.subscribeToAll()
  await once(dropped, 'caughtUp')
  double.faults.dropSubscriptions()
  t.equal(await failureOf(take(dropped, 100)), 'cancelled')
  const again = client.subscribeToStream(stream, { fromRevision: 1n })
  t.strictSame(numbersOf(await take(again, 1)), [2])
})

t.test('behind a restart, the same log at the same address', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  const given = someEvents(2)
  await append(client, stream, given)
  await double.restart()
  await failureOf(append(client, stream, someEvents(1)))
  t.equal((await readToEnd(client.readStream(stream))).length, double.stored(stream).length)
  await append(client, stream, given)
  t.equal(double.stored(stream).filter(({ id }) => id === given[0]?.id).length, 2)
})

t.test('an older copy of the log takes its place', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  await append(client, stream, someEvents(2))
  const copy = double.copy()
  await append(client, stream, someEvents(3))
  await double.replaceLog(copy)
  await failureOf(readToEnd(client.readStream(stream)))
  t.equal((await readToEnd(client.readStream(stream))).length, 2)
})

t.test('of a hundred and five subscriptions on one connection, a hundred are confirmed', async (t) => {
  const { client, double } = await openDouble(t)
  const subscriptions = Array.from({ length: 105 }, () => client.subscribeToAll())
  for (const subscription of subscriptions) subscription.on('error', () => undefined)
  await Promise.all(subscriptions.slice(0, 100).map((subscription) => once(subscription, 'confirmation')))
  t.equal(
    await within(100, once(subscriptions[100] ?? client.subscribeToAll(), 'confirmation')),
    'nothing yet',
  )
  t.equal(double.openReads(), 100)
  await Promise.all(subscriptions.slice(0, 5).map((subscription) => subscription.unsubscribe()))
  await Promise.all(subscriptions.slice(100).map((subscription) => once(subscription, 'caughtUp')))
  t.equal(double.openReads(), 100)
})

t.test('a slow server takes its time for each answer', async (t) => {
  const { client, double } = await openDouble(t)
  await append(client, aStream(), someEvents(1))
  double.faults.slow(150)
  const late = append(client, aStream(), someEvents(1))
  t.equal(await within(50, late), 'nothing yet')
  await late
  t.equal(double.stored().length, 2)
})
