import t from 'tap'
import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import type { SubscriptionState } from '#domain/ports/event-log.js'
import { collect, subscribed } from '#test/contract/event-log/collector.js'
import {
  append,
  appendRequest,
  command,
  events,
  ids,
  newStream,
  readBehind,
  position,
} from '#test/contract/event-log/contract-world.js'
import { deadline, faultOf, idsIn, idsOf, openFaultWorld } from './fault-world.js'

t.test('protocol double — into a black hole, and out of it again', async (t) => {
  const { double, proxy, open } = await openFaultWorld(t)
  const log = await open()
  const stream = newStream()
  const [before, within] = [events(1), events(2)]
  await append(log, stream, before)
  proxy.blackHole()
  const appending = append(log, stream, within)
  const reading = log.readStream(stream)
  // Whoever gives up earlier is told in time.
  const url = `esdb://127.0.0.1:${proxy.port}?tls=false`
  t.equal(await faultOf(openEventStoreDbEventLog({ url, deadline: 150 })), 'log-unavailable')
  proxy.pass()
  await Promise.all([appending, reading])
  t.strictSame(idsIn(double, stream), idsOf([...before, ...within]))
})

t.test('protocol double — in a black hole, the condition of the log is told at once', async (t) => {
  const { proxy, open } = await openFaultWorld(t)
  const log = await open()
  t.match(await log.condition(), { usable: true })
  proxy.blackHole()
  t.match(await log.condition(), { usable: false, fault: 'log-unavailable' })
  proxy.pass()
  await log.head()
  t.match(await log.condition(), { usable: true })
})

t.test('protocol double — half open: what others append is seen all the same', async (t) => {
  const { double, proxy, open, openBeside } = await openFaultWorld(t)
  const [log, other] = [await open(), await openBeside()]
  const seen = collect()
  subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
  const given = [events(2), events(2), events(2)]
  await append(other, newStream(), given[0] ?? [])
  await seen.untilEvents(2)
  proxy.halfOpen()
  await append(other, newStream(), given[1] ?? [])
  await seen.untilEvents(4)
  await append(log, newStream(), given[2] ?? [])
  await seen.untilEvents(6)
  t.strictSame(ids(seen.events()), idsOf(given.flat()))
  t.equal(double.stored().length, 7)
})

t.test('protocol double — behind a half open connection, the watch is set up anew', async (t) => {
  const { double, proxy, open, openBeside } = await openFaultWorld(t)
  const [log, other] = [await open({ deadline: 200 }), await openBeside()]
  const seen = collect()
  subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
  await append(other, newStream(), events(1))
  await seen.untilEvents(1)
  proxy.halfOpen()
  for (let count = 2; count < 12; count += 1) {
    await append(other, newStream(), events(1))
    await seen.untilEvents(count)
  }
  while (double.openReads() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  t.equal(ids(seen.events()).length, 11)
})

t.test('protocol double — sixteen writers, and the server is killed three times', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  const streams = Array.from({ length: 16 }, () => newStream())
  const acknowledged = streams.map(() => [] as string[])
  let total = 0
  const writing = streams.map(async (stream, writer) => {
    for (let count = 0; count < 12; count += 1) {
      const given = events(2)
      const outcome = await log.append(appendRequest(stream, given, 'any', command(`${writer}-${count}`)))
      t.equal(outcome.outcome, 'appended')
      acknowledged[writer]?.push(...idsOf(given))
      total += 1
    }
  })
  for (const threshold of [30, 80, 130]) {
    while (total < threshold) await new Promise((resolve) => setTimeout(resolve, 1))
    await double.restart()
  }
  await Promise.all(writing)
  t.strictSame(
    streams.map((stream) => idsIn(double, stream)),
    acknowledged,
  )
})

t.test(
  'protocol double — a server that is away: subscribers hear it, and go on where they were',
  async (t) => {
    const { double, open } = await openFaultWorld(t)
    const log = await open()
    const states: SubscriptionState['state'][] = []
    const seen = collect()
    const onState = ({ state }: SubscriptionState): void => void states.push(state)
    subscribed(await log.subscribe({ from: 'start', handle: seen.handle, onState }))
    await append(log, newStream(), events(3))
    await seen.untilEvents(3)
    await double.stop()
    const appending = append(log, newStream(), events(3))
    while (!states.includes('dropped')) await new Promise((resolve) => setTimeout(resolve, 5))
    await double.start()
    await appending
    await seen.untilEvents(6)
    while (states.at(-1) !== 'live') await new Promise((resolve) => setTimeout(resolve, 5))
    t.equal(new Set(ids(seen.events())).size, 6)
    t.strictSame([states[0], states.at(-1)], ['catching-up', 'live'])
  },
)

t.test('protocol double — a dropped watch is set up again', async (t) => {
  const { double, open, openBeside } = await openFaultWorld(t)
  const [log, other] = [await open({ deadline: 60_000 }), await openBeside()]
  const seen = collect()
  subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
  for (let count = 1; count <= 3; count += 1) {
    await append(other, newStream(), events(1))
    await seen.untilEvents(count)
    double.faults.dropSubscriptions()
  }
  t.equal(seen.events().length, 3)
})

t.test('protocol double — reads that break, break midway or stay unanswered are made again', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  const stream = newStream()
  const given = events(300)
  await append(log, stream, given)
  double.faults.nextReads('cut', 'cut-midway', 'unanswered')
  t.strictSame(ids(await log.readStream(stream)), ids(given))
  double.faults.nextReads('cut-midway', 'unanswered', 'cut')
  t.strictSame(ids(await readBehind(log, position(0))), ids(given))
  double.faults.nextReads('unanswered', 'cut-midway')
  t.equal(await log.findCommand(stream, command('none').id), undefined)
})

t.test('protocol double — hundreds of calls at once stay below the hundred of a connection', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open({ deadline: 20_000 })
  const streams = Array.from({ length: 15 }, () => newStream())
  const seen = Array.from({ length: 105 }, () => collect())
  for (const { handle } of seen) subscribed(await log.subscribe({ from: 'start', handle }))
  await Promise.all(streams.map((stream) => append(log, stream, events(2), 'none', command('one'))))
  const asked = Array.from({ length: 15 }, () => streams).flat()
  const read = await Promise.all(asked.map((stream) => log.readStream(stream)))
  t.ok(read.every((found) => found.length === 2))
  await Promise.all(seen.map((one) => one.untilEvents(30)))
  t.equal(double.stored().length, 31)
})

t.test('protocol double — a slow consumer gets everything once, and holds up nobody', async (t) => {
  const { open } = await openFaultWorld(t)
  const log = await open({ deadline: 20_000 })
  const stream = newStream()
  const slow = collect(() => new Promise((resolve) => setTimeout(resolve, 40)))
  const quick = collect()
  subscribed(await log.subscribe({ from: 'start', handle: slow.handle }))
  subscribed(await log.subscribe({ from: 'start', handle: quick.handle }))
  const given = Array.from({ length: 10 }, () => events(100))
  for (const some of given) await append(log, stream, some)
  await quick.untilEvents(1_000)
  await slow.untilEvents(1_000)
  t.strictSame(ids(slow.events()), ids(given.flat()))
  t.strictSame(ids(quick.events()), ids(given.flat()))
})

t.test('protocol double — a slow server and a slow network only take longer', async (t) => {
  const { double, proxy, open } = await openFaultWorld(t)
  const log = await open({ deadline: 5_000 })
  double.faults.slow(30)
  proxy.latency(20)
  const stream = newStream()
  await append(log, stream, events(100), 'none', command('one'))
  t.equal((await log.readStream(stream)).length, 100)
})

t.test('protocol double — closing is bounded while the server is silent', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  subscribed(await log.subscribe({ from: 'start', handle: collect().handle }))
  double.faults.beSilent()
  const appending = faultOf(append(log, newStream(), events(1)))
  const begun = performance.now()
  await log.close()
  t.ok(performance.now() - begun < deadline + 3_000)
  t.match(await appending, /^log-(closed|unavailable)$/)
})

t.test(
  'protocol double — nothing stays open: no read is forgotten, and closing ends the watch',
  async (t) => {
    const { double, open } = await openFaultWorld(t)
    const log = await open()
    const stream = newStream()
    subscribed(await log.subscribe({ from: 'start', handle: collect().handle }))
    await append(log, stream, events(200))
    for (let round = 0; round < 8; round += 1) {
      double.faults.nextReads('none', round % 2 === 0 ? 'cut-midway' : 'none')
      await log.readStream(stream, { limit: 3 })
      await log.readAll({ after: position(0), limit: 5 })
    }
    while (double.openReads() > 1) await new Promise((resolve) => setTimeout(resolve, 5))
    await log.close()
    while (double.openReads() > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    t.equal(double.openReads(), 0)
  },
)
