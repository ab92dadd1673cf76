import t from 'tap'
import { collect, subscribed } from '#test/contract/event-log/collector.js'
import { append, command, events, newStream } from '#test/contract/event-log/contract-world.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'
import { faultOf, openFaultWorld } from './fault-world.js'

t.test(
  'protocol double — an older copy was restored: a checkpoint behind its end is refused by name',
  async (t) => {
    const { double, open } = await openFaultWorld(t)
    const log = await open()
    const { position: kept } = await append(log, newStream(), events(3))
    const copy = double.copy()
    const { position: lost } = await append(log, newStream(), events(3))
    const identity = await log.identity()
    await double.replaceLog(copy)
    const again = await open()
    const from = { log: identity, position: lost }
    t.strictSame(await again.subscribe({ from, handle: collect().handle }), {
      outcome: 'beyond-head',
      checkpoint: from,
      head: kept,
    })
  },
)

t.test(
  'protocol double — the older copy has grown past the checkpoint: its history is another',
  async (t) => {
    const { double, open } = await openFaultWorld(t)
    const log = await open()
    await append(log, newStream(), events(3))
    const copy = double.copy()
    const { position: lost } = await append(log, newStream(), events(3))
    const identity = await log.identity()
    await double.replaceLog(copy)
    const again = await open()
    await append(again, newStream(), events(40, 'Another'))
    const from = { log: identity, position: lost }
    t.strictSame(await again.subscribe({ from, handle: collect().handle }), {
      outcome: 'history-changed',
      checkpoint: from,
    })
  },
)

t.test('protocol double — an older copy under a running subscription ends it, and says so', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  const seen = collect()
  await append(log, newStream(), events(3))
  const copy = double.copy()
  const subscription = subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
  await append(log, newStream(), events(3))
  await seen.untilEvents(6)
  const ended = faultOf(subscription.ended)
  await double.replaceLog(copy)
  await append(log, newStream(), events(40, 'Another'))
  t.equal(await ended, 'history-changed')
  t.equal(seen.events().length, 6)
})

t.test('protocol double — a command of the lost part is no repetition: it is recorded again', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  const stream = newStream()
  await append(log, stream, events(1), 'any', command('kept'))
  const copy = double.copy()
  const lost = events(2)
  await append(log, stream, lost, 'any', command('lost'))
  await double.replaceLog(copy)
  const again = await append(log, stream, lost, 'any', command('lost'))
  t.strictSame([again.firstRevision, again.lastRevision], [1, 2])
  t.equal(double.stored(stream).length, 3)
})

t.test('protocol double — another log at the same address is not written to, and is foreign', async (t) => {
  const { double, open } = await openFaultWorld(t)
  const log = await open()
  const { position } = await append(log, newStream(), events(3))
  const foreign = { log: await log.identity(), position }
  const stranger = await startProtocolDouble()
  const copy = stranger.copy()
  await stranger.close()
  await double.replaceLog(copy)
  t.equal(await faultOf(append(log, newStream(), events(1))), 'log-replaced')
  t.strictSame(double.stored(), [])
  const again = await open()
  t.strictSame(await again.subscribe({ from: foreign, handle: collect().handle }), {
    outcome: 'foreign-log',
    checkpoint: foreign,
    log: await again.identity(),
  })
})

t.test(
  'protocol double — without the right to $all, the fault and its remedy are named, and streams go on',
  async (t) => {
    const { double, open } = await openFaultWorld(t)
    double.faults.denyAll()
    const log = await open()
    const stream = newStream()
    await append(log, stream, events(2), 'none', command('one'))
    t.equal((await log.readStream(stream)).length, 2)
    t.equal(await faultOf(log.head()), 'all-not-readable')
    const condition = await log.condition()
    t.match(condition, { usable: false, fault: 'all-not-readable' })
    t.match(condition.usable ? {} : condition.remedy, { fr: /\$acl.*\$r/, en: /readRoles/ })
    double.faults.denyAll(false)
    const seen = collect()
    subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
    await seen.untilEvents(2)
    t.match(await log.condition(), { usable: true })
  },
)
