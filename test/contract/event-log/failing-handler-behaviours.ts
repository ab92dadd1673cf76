import type { SubscriptionState } from '#domain/ports/event-log.js'
import { collect, subscribed } from './collector.js'
import {
  anEvent,
  append,
  checkpointAtHead,
  events,
  newStream,
  numbers,
  type Behaviour,
} from './contract-world.js'

export const failingHandlerBehaviours = (behaviour: Behaviour): void => {
  behaviour('a handler that rejects ends the subscription with its error', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const error = new Error('the read store is gone')
    const states: SubscriptionState[] = []
    const onState = (state: SubscriptionState): void => void states.push(state)
    await append(log, newStream(), events(1))
    const subscription = subscribed(
      await log.subscribe({ from, handle: () => Promise.reject(error), onState }),
    )
    await t.rejects(subscription.ended, error)
    t.strictSame(subscription.state(), { state: 'failed', position: from.position, error })
    t.equal(states.at(-1), subscription.state())
  })

  behaviour('a handler that throws ends the subscription with its error', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const error = new Error('thrown, not rejected')
    await append(log, newStream(), events(1))
    const handle = (): Promise<void> => {
      throw error
    }
    const subscription = subscribed(await log.subscribe({ from, handle }))
    await t.rejects(subscription.ended, error)
    t.equal(subscription.state().state, 'failed')
  })

  behaviour('a handler that failed is not called again', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const failing = collect(() => Promise.reject(new Error('no')))
    const witness = collect()
    const subscription = subscribed(await log.subscribe({ from, handle: failing.handle }))
    const ended = t.rejects(subscription.ended, { message: 'no' })
    subscribed(await log.subscribe({ from, handle: witness.handle }))
    await append(log, newStream(), events(1))
    await ended
    await append(log, newStream(), events(1))
    await witness.untilEvents(2)
    t.equal(failing.calls.length, 1)
  })

  behaviour('from where it failed, the event that failed comes again', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const stream = newStream()
    await append(log, stream, [anEvent({ number: 0 })])
    const failing = collect(({ events: some }) =>
      numbers(some).includes(1) ? Promise.reject(new Error('no')) : Promise.resolve(),
    )
    const subscription = subscribed(await log.subscribe({ from, handle: failing.handle }))
    await failing.untilEvents(1)
    const ended = t.rejects(subscription.ended, { message: 'no' })
    await append(log, stream, [anEvent({ number: 1 })])
    await ended
    const seen = collect()
    const again = { log: from.log, position: subscription.state().position }
    subscribed(await log.subscribe({ from: again, handle: seen.handle }))
    await seen.untilEvents(1)
    t.strictSame(numbers(seen.events()), [1])
  })

  behaviour('a failing subscription does not disturb the others, nor the writers', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const failing = subscribed(await log.subscribe({ from, handle: () => Promise.reject(new Error('no')) }))
    const ended = t.rejects(failing.ended, { message: 'no' })
    const seen = collect()
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    const stream = newStream()
    for (let round = 0; round < 5; round += 1) await append(log, stream, events(2))
    await Promise.all([ended, seen.untilEvents(10)])
    t.equal(seen.events().length, 10)
  })

  behaviour('a failed subscription can be closed', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    await append(log, newStream(), events(1))
    const subscription = subscribed(
      await log.subscribe({ from, handle: () => Promise.reject(new Error('no')) }),
    )
    await t.rejects(subscription.ended, { message: 'no' })
    await subscription.close()
    t.equal(subscription.state().state, 'failed')
  })

  behaviour('an observer of states that throws is a failure too, and is told', async (t, { log }) => {
    const onState = ({ state }: SubscriptionState): void => {
      if (state === 'live') throw new Error('no listener')
    }
    const subscription = subscribed(await log.subscribe({ from: 'start', handle: collect().handle, onState }))
    await t.rejects(subscription.ended, { message: 'no listener' })
    t.equal(subscription.state().state, 'failed')
  })
}
