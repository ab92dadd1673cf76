import type { SubscriptionState } from '#domain/ports/event-log.js'
import { collect, collectHeld, deferred, subscribed } from './collector.js'
import {
  anEvent,
  append,
  checkpointAtHead,
  events,
  ids,
  newStream,
  newType,
  numbers,
  readBehind,
  type Behaviour,
} from './contract-world.js'

export const deliveryBehaviours = (behaviour: Behaviour): void => {
  behaviour('from the start, it delivers what was there before', async (t, { log }) => {
    const types = [newType()]
    await append(log, newStream(), events(3, types[0]))
    await append(log, newStream(), events(2, types[0]))
    const seen = collect()
    subscribed(await log.subscribe({ from: 'start', types, handle: seen.handle }))
    await seen.untilEvents(5)
    t.strictSame(numbers(seen.events()), [0, 1, 2, 0, 1])
  })

  behaviour('events are the same as those that are read', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const stream = newStream()
    await append(log, stream, events(3))
    const seen = collect()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    await seen.untilEvents(3)
    t.strictSame(seen.events(), await log.readStream(stream))
  })

  behaviour('at the head it is woken by an append', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const seen = collect()
    const live = deferred()
    const onState = ({ state }: SubscriptionState): void => (state === 'live' ? live.resolve() : undefined)
    subscribed(await log.subscribe({ from, handle: seen.handle, onState }))
    await live.promise
    const given = events(2)
    await append(log, newStream(), given)
    await seen.untilEvents(2)
    t.strictSame(ids(seen.events()), ids(given))
  })

  behaviour('it is woken again and again', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const seen = collect()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    const stream = newStream()
    for (let round = 1; round <= 20; round += 1) {
      await append(log, stream, [anEvent({ number: round })])
      await seen.untilEvents(round)
    }
    t.strictSame(numbers(seen.events()), [...Array(21).keys()].slice(1))
  })

  behaviour(
    'across the seam from catching up to live, under appends, each event comes once and in order',
    async (t, { log }) => {
      const from = await checkpointAtHead(log)
      await append(log, newStream(), events(600))
      const seen = collect()
      subscribed(await log.subscribe({ from, handle: seen.handle }))
      const streams = Array.from({ length: 8 }, () => newStream())
      const writers = streams.map(async (stream) => {
        for (let round = 0; round < 25; round += 1) await append(log, stream, events(2))
      })
      await Promise.all(writers)
      await seen.untilPosition(await log.head())
      const whole = await readBehind(log, from.position)
      t.equal(whole.length, 600 + 8 * 25 * 2)
      t.strictSame(ids(seen.events()), ids(whole))
    },
  )

  behaviour('events come in the order of the log, over all streams', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const [one, other] = [newStream(), newStream()]
    await Promise.all([one, other, one, other, one].map((stream) => append(log, stream, events(3))))
    const seen = collect()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    await seen.untilEvents(15)
    t.strictSame(seen.events(), await readBehind(log, from.position))
  })

  behaviour('with types, it delivers only those, before and after the head', async (t, { log }) => {
    const [wanted, other] = [newType(), newType()]
    const stream = newStream()
    await append(log, stream, [anEvent({ number: 1 }, wanted), anEvent({ number: 2 }, other)])
    const seen = collect()
    subscribed(await log.subscribe({ from: 'start', types: [wanted], handle: seen.handle }))
    await seen.untilEvents(1)
    await append(log, stream, [anEvent({ number: 3 }, other), anEvent({ number: 4 }, wanted)])
    await seen.untilEvents(2)
    t.strictSame(numbers(seen.events()), [1, 4])
  })

  behaviour('with types, it tells of its progress past what they leave out', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const seen = collect()
    subscribed(await log.subscribe({ from, types: [newType()], handle: seen.handle }))
    const before = await append(log, newStream(), events(3))
    await seen.untilPosition(before.position)
    const after = await append(log, newStream(), events(3))
    await seen.untilPosition(after.position)
    t.strictSame(seen.events(), [])
    t.equal(seen.position(), after.position)
  })

  behaviour(
    'positions given to the handler only grow, and cover the events given with them',
    async (t, { log }) => {
      const from = await checkpointAtHead(log)
      await append(log, newStream(), events(600))
      const seen = collect()
      subscribed(await log.subscribe({ from, handle: seen.handle }))
      await append(log, newStream(), events(100))
      await seen.untilEvents(700)
      const positions = seen.calls.map((call) => call.position)
      t.strictSame(
        [...new Set(positions)].sort((a, b) => a - b),
        positions,
      )
      const behind = seen.calls.filter((call) => call.events.some((event) => event.position > call.position))
      t.strictSame(behind, [])
    },
  )

  behaviour('two subscriptions each get everything', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const [one, other] = [collect(), collect()]
    subscribed(await log.subscribe({ from, handle: one.handle }))
    subscribed(await log.subscribe({ from, handle: other.handle }))
    const given = events(5)
    await append(log, newStream(), given)
    await Promise.all([one.untilEvents(5), other.untilEvents(5)])
    t.strictSame([ids(one.events()), ids(other.events())], [ids(given), ids(given)])
  })

  behaviour('it sees what another log appends to the same store', async (t, { log, openAnother }) => {
    const from = await checkpointAtHead(log)
    const seen = collect()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    const given = events(3)
    await append(await openAnother(), newStream(), given)
    await seen.untilEvents(3)
    t.strictSame(ids(seen.events()), ids(given))
  })

  behaviour('a handler may append to the log that it listens to', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const [cause, effect] = [newType(), newType()]
    const stream = newStream()
    const seen = collect(async ({ events: some }) => {
      for (const { type, data } of some)
        if (type === cause) await append(log, stream, [anEvent(data, effect)])
    })
    subscribed(await log.subscribe({ from, types: [cause, effect], handle: seen.handle }))
    await append(log, newStream(), [anEvent({ number: 7 }, cause)])
    await seen.untilEvents(2)
    t.strictSame(
      seen.events().map(({ type, data }) => [type, data]),
      [
        [cause, { number: 7 }],
        [effect, { number: 7 }],
      ],
    )
  })

  behaviour('the handler is not called before the caller has the subscription', async (t, { log }) => {
    await append(log, newStream(), events(3))
    let handed = false
    const handedAtCall: boolean[] = []
    const seen = collect(() => Promise.resolve(void handedAtCall.push(handed)))
    const outcome = await log.subscribe({ from: 'start', handle: seen.handle })
    handed = outcome.outcome === 'subscribed'
    await seen.untilEvents(3)
    t.equal(handedAtCall[0], true)
  })

  behaviour('one handler call at a time, however much is appended', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    let running = 0
    let most = 0
    const seen = collect(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
    })
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    const stream = newStream()
    for (let round = 0; round < 30; round += 1) await append(log, stream, [anEvent()])
    await seen.untilEvents(30)
    t.equal(most, 1)
  })

  behaviour('a handler that is not done holds back what comes next', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const seen = collectHeld()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    const given = events(1)
    await append(log, newStream(), given)
    await seen.entered
    const rest = [events(2), events(2)]
    for (const more of rest) await append(log, newStream(), more)
    t.strictSame(ids(seen.events()), ids(given))
    seen.release()
    await seen.untilEvents(5)
    t.strictSame(ids(seen.events()), ids([...given, ...rest.flat()]))
  })
}
