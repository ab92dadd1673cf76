import type { LogId } from '#domain/ports/event-log.js'
import { collect, subscribed } from './collector.js'
import {
  append,
  checkpointAtHead,
  events,
  ids,
  newStream,
  newType,
  numbers,
  position,
  readBehind,
  type Behaviour,
} from './contract-world.js'

export const checkpointBehaviours = (behaviour: Behaviour): void => {
  behaviour('from a checkpoint, it delivers only what lies behind', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(5))
    const read = await log.readStream(stream)
    const from = { log: await log.identity(), position: read[2]?.position ?? position(0) }
    const seen = collect()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    await seen.untilEvents(2)
    t.strictSame(seen.events(), read.slice(3))
  })

  behaviour('a checkpoint at position 0 is the start', async (t, { log }) => {
    const types = [newType()]
    await append(log, newStream(), events(3, types[0]))
    const seen = collect()
    const from = { log: await log.identity(), position: position(0) }
    subscribed(await log.subscribe({ from, types, handle: seen.handle }))
    await seen.untilEvents(3)
    t.strictSame(numbers(seen.events()), [0, 1, 2])
  })

  behaviour(
    'going on from the position of any call, nothing is lost and nothing comes twice',
    async (t, { log }) => {
      const first = await checkpointAtHead(log)
      const stream = newStream()
      const got: unknown[] = []
      let from = first
      for (let round = 0; round < 5; round += 1) {
        await append(log, stream, events(150))
        const seen = collect()
        const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
        await seen.until((collector) => collector.events().length > 0)
        await subscription.close()
        got.push(...ids(seen.events()))
        from = { log: first.log, position: seen.position() }
      }
      got.push(...ids(await readBehind(log, from.position)))
      t.strictSame(got, ids(await log.readStream(stream)))
    },
  )

  behaviour('a checkpoint of another log is refused and named', async (t, { log }) => {
    await append(log, newStream(), events(2))
    const checkpoint = { log: 'another-log' as LogId, position: position(1) }
    const outcome = await log.subscribe({ from: checkpoint, handle: collect().handle })
    t.strictSame(outcome, { outcome: 'foreign-log', checkpoint, log: await log.identity() })
  })

  behaviour('a checkpoint beyond the head is refused and named', async (t, { log }) => {
    const { position: head } = await append(log, newStream(), events(2))
    const checkpoint = { log: await log.identity(), position: position(head + 1) }
    const outcome = await log.subscribe({ from: checkpoint, handle: collect().handle })
    t.strictSame(outcome, { outcome: 'beyond-head', checkpoint, head })
  })

  behaviour(
    'a foreign checkpoint is called foreign also when it lies beyond the head',
    async (t, { log }) => {
      const checkpoint = { log: 'another-log' as LogId, position: position(1e12) }
      const outcome = await log.subscribe({ from: checkpoint, handle: collect().handle })
      t.equal(outcome.outcome, 'foreign-log')
    },
  )

  behaviour('a refused subscription calls no handler', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const refused = collect()
    const beyond = { log: from.log, position: position(from.position + 1) }
    t.equal((await log.subscribe({ from: beyond, handle: refused.handle })).outcome, 'beyond-head')
    const seen = collect()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    await append(log, newStream(), events(3))
    await seen.untilEvents(3)
    t.strictSame(refused.calls, [])
  })

  behaviour('a checkpoint holds for a log that is opened later', async (t, { log, openAnother }) => {
    const stream = newStream()
    await append(log, stream, events(2))
    const from = await checkpointAtHead(log)
    await log.close()
    const reopened = await openAnother()
    const given = events(3)
    await append(reopened, stream, given)
    const seen = collect()
    subscribed(await reopened.subscribe({ from, handle: seen.handle }))
    await seen.untilEvents(3)
    t.strictSame(ids(seen.events()), ids(given))
  })
}
