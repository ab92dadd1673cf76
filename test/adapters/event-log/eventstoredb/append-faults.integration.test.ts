import t from 'tap'
import {
  append,
  appendRequest,
  command,
  events,
  newStream,
  revision,
} from '#test/contract/event-log/contract-world.js'
import type { AppendFault } from '#test/support/protocol-double/faults.js'
import { faultOf, idsIn, idsOf, openFaultWorld, passingFaults } from './fault-world.js'

for (const fault of passingFaults) {
  t.test(`protocol double — ${fault}: the append is stored once, and answered where it stands`, async (t) => {
    const { double, open } = await openFaultWorld(t)
    const log = await open()
    const [plain, commanded] = [newStream(), newStream()]
    const [some, others] = [events(2), events(3)]
    double.faults.nextAppends(fault)
    const first = await append(log, plain, some, 'none')
    double.faults.nextAppends(fault, fault)
    const second = await append(log, commanded, others, 'none', command('command-1'))
    t.strictSame([idsIn(double, plain), idsIn(double, commanded)], [idsOf(some), idsOf(others)])
    t.strictSame(
      [first.position, second.position],
      [double.stored(plain).at(-1)?.position, double.stored(commanded).at(-1)?.position],
    )
  })
}

t.test(
  'protocol double — an answer was lost, and others wrote behind it before it was asked again',
  async (t) => {
    const { double, open, openBeside } = await openFaultWorld(t)
    const [log, other] = [await open(), await openBeside()]
    const stream = newStream()
    const [mine, theirs] = [events(2), events(2)]
    double.faults.nextAppends('stored-unanswered')
    const appending = append(log, stream, mine, 'none', command('mine'))
    while (double.stored(stream).length === 0) await new Promise((resolve) => setImmediate(resolve))
    await append(other, stream, theirs, revision(1), command('theirs'))
    t.match(await appending, { firstRevision: 0, lastRevision: 1 })
    t.strictSame(idsIn(double, stream), [...idsOf(mine), ...idsOf(theirs)])
  },
)

t.test('protocol double — an answer was lost, and the server has restarted since', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  const stream = newStream()
  const [before, given] = [events(1), events(2)]
  await append(log, stream, before)
  double.faults.nextAppends('stored-unanswered')
  const appending = log.append(appendRequest(stream, given, 'any'))
  while (double.stored(stream).length < 3) await new Promise((resolve) => setImmediate(resolve))
  await double.restart()
  t.match(await appending, { outcome: 'appended', firstRevision: 1, lastRevision: 2 })
  t.strictSame(idsIn(double, stream), idsOf([...before, ...given]))
})

t.test('protocol double — patience ends: whoever asks again is told what became of it', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open({ deadline: 150, patience: 300 })
  const stream = newStream()
  const given = events(2)
  double.faults.nextAppends(
    ...Array<AppendFault>(1).fill('stored-unanswered'),
    ...Array<AppendFault>(40).fill('unanswered'),
  )
  t.equal(await faultOf(append(log, stream, given, 'none', command('one'))), 'log-unavailable')
  await double.restart()
  const again = await (await open()).append(appendRequest(stream, given, 'none', command('one')))
  t.match(again, { outcome: 'repeated', firstRevision: 0, lastRevision: 1 })
  t.strictSame(idsIn(double, stream), idsOf(given))
})

t.test('protocol double — the same command id with another body over a reconnect is refused', async (t) => {
  const { double, proxy, open } = await openFaultWorld(t)
  const log = await open()
  const stream = newStream()
  const given = events(2)
  double.faults.nextAppends('stored-cut')
  await append(log, stream, given, 'none', command('one', 'body'))
  for (const node of [log, await open()]) {
    proxy.cut()
    // The ids are the same, the expectation is the same: the database itself would say yes.
    const other = await node.append(appendRequest(stream, given, 'none', command('one', 'another body')))
    t.strictSame(other, { outcome: 'command-reused' })
    proxy.cut()
    const same = await node.append(appendRequest(stream, events(2), 'none', command('one', 'body')))
    t.match(same, { outcome: 'repeated', firstRevision: 0, lastRevision: 1 })
  }
  t.strictSame(idsIn(double, stream), idsOf(given))
})

t.test('protocol double — two nodes at once, one command id, the same event ids, two bodies', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const nodes = [await open(), await open()]
  for (let round = 0; round < 4; round += 1) {
    const stream = newStream()
    const given = events(1)
    if (round % 2 === 1) double.faults.nextAppends('stored-cut', 'stored-unanswered')
    const outcomes = await Promise.all(
      nodes.map((node, index) =>
        node.append(appendRequest(stream, given, 'none', command('one', `body ${index}`))),
      ),
    )
    t.strictSame(outcomes.map(({ outcome }) => outcome).sort(), ['appended', 'command-reused'])
    t.strictSame(idsIn(double, stream), idsOf(given))
  }
})

t.test('protocol double — not leader: the one that is named takes it', async (t) => {
  const { double, proxy, open } = await openFaultWorld(t)
  const log = await open()
  double.faults.nameLeader({ host: '127.0.0.1', port: double.port })
  double.faults.nextAppends('not-leader')
  await append(log, newStream(), events(1))
  proxy.refuse()
  const stream = newStream()
  await append(log, stream, events(1))
  t.equal(double.stored(stream).length, 1)
})

t.test('protocol double — a clock an hour ahead, or behind, times nothing out', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  for (const skew of [3_600_000, -3_600_000]) {
    double.faults.skewClock(skew)
    const stream = newStream()
    await append(log, stream, events(2), 'none', command('one'))
    t.equal(double.stored(stream).length, 2)
  }
})

t.test('protocol double — a server that fails the question for what it supports is not asked', async (t) => {
  const { double, open } = await openFaultWorld(t)
  double.faults.failCapability(1000)
  const log = await open()
  const stream = newStream()
  await append(log, stream, events(2), 'none')
  t.equal((await log.readStream(stream)).length, 2)
})
