import t from 'tap'
import { collect, subscribed } from '#test/contract/event-log/collector.js'
import {
  anEvent,
  append,
  events,
  ids,
  newStream,
  position,
  readBehind,
} from '#test/contract/event-log/contract-world.js'
import { openLog } from './sqlite-file.js'

t.test('a rare type is searched for in steps, and found', async (t) => {
  const { log } = await openLog(t)
  for (let round = 0; round < 25; round += 1) await append(log, newStream(), events(1000, 'Common'))
  const rare = anEvent({}, 'Rare')
  const stored = await append(log, newStream(), [rare])

  const step = await log.readAll({ after: position(0), limit: 10, types: ['Rare'] })
  t.strictSame(step, { events: [], position: 20_000, atHead: false })
  t.strictSame(ids(await readBehind(log, position(0), { types: ['Rare'] })), [rare.id])

  const seen = collect()
  subscribed(await log.subscribe({ from: 'start', types: ['Rare'], handle: seen.handle }))
  await seen.untilEvents(1)
  t.strictSame(
    seen.calls.map((call) => [ids(call.events), call.position]),
    [
      [[], 20_000],
      [[rare.id], stored.position],
    ],
  )
})

t.test('a type that appears later is found by who asked for it before', async (t) => {
  const { log } = await openLog(t)
  const seen = collect()
  subscribed(await log.subscribe({ from: 'start', types: ['Later'], handle: seen.handle }))
  const before = await append(log, newStream(), events(2, 'Common'))
  await seen.untilPosition(before.position)
  const later = anEvent({}, 'Later')
  await append(log, newStream(), [later])
  await seen.untilEvents(1)
  t.strictSame(ids(seen.events()), [later.id])
})

t.test('reading keeps to what is committed while another connection writes', async (t) => {
  const { log, path } = await openLog(t)
  const { log: other } = await openLog(t, { path })
  const stream = newStream()
  const writing = Promise.all(Array.from({ length: 20 }, () => append(other, stream, events(3))))
  const lengths: number[] = []
  for (let round = 0; round < 20; round += 1) {
    lengths.push((await log.readStream(stream)).length % 3)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await writing
  t.strictSame(lengths, Array(20).fill(0))
})
