import type { SubscriptionState } from '#domain/ports/event-log.js'
import { collect, collectHeld, subscribed } from './collector.js'
import { append, checkpointAtHead, events, newStream, type Behaviour } from './contract-world.js'

export const subscriptionClosingBehaviours = (behaviour: Behaviour): void => {
  behaviour('closing waits for the running handler, and no other is called', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const order: string[] = []
    const seen = collectHeld(() => void order.push('handled'))
    const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
    await append(log, newStream(), events(1))
    await seen.entered
    await append(log, newStream(), events(1))
    const closed = subscription.close().then(() => order.push('closed'))
    seen.release()
    await closed
    await append(log, newStream(), events(1))
    t.strictSame(order, ['handled', 'closed'])
    t.equal(seen.calls.length, 1)
  })

  behaviour('closing counts the call that was running as handled', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const seen = collectHeld()
    const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
    const { position } = await append(log, newStream(), events(1))
    await seen.entered
    const closed = subscription.close()
    seen.release()
    await closed
    t.strictSame(subscription.state(), { state: 'stopped', position })
  })

  behaviour('closing resolves what tells of its end', async (t, { log }) => {
    const subscription = subscribed(await log.subscribe({ from: 'start', handle: collect().handle }))
    await subscription.close()
    await subscription.ended
    t.equal(subscription.state().state, 'stopped')
  })

  behaviour('closing at once, before the first call, is no failure', async (t, { log }) => {
    await append(log, newStream(), events(3))
    const seen = collect()
    const subscription = subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
    await Promise.all([subscription.close(), subscription.ended])
    t.strictSame(seen.calls, [])
  })

  behaviour('closing twice is closing once', async (t, { log }) => {
    const states: string[] = []
    const onState = ({ state }: SubscriptionState): void => void states.push(state)
    const request = { from: 'start', handle: collect().handle, onState } as const
    const subscription = subscribed(await log.subscribe(request))
    await Promise.all([subscription.close(), subscription.close()])
    await subscription.close()
    t.strictSame(
      states.filter((state) => state === 'stopped'),
      ['stopped'],
    )
  })

  behaviour('closing one subscription leaves the others alone', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const [one, other] = [collect(), collect()]
    const closing = subscribed(await log.subscribe({ from, handle: one.handle }))
    subscribed(await log.subscribe({ from, handle: other.handle }))
    await closing.close()
    await append(log, newStream(), events(3))
    await other.untilEvents(3)
    t.strictSame([one.calls.length, other.events().length], [0, 3])
  })

  behaviour('closing the log ends its subscriptions', async (t, { log }) => {
    const seen = collect()
    const subscription = subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
    await log.close()
    await subscription.ended
    t.equal(subscription.state().state, 'stopped')
  })

  behaviour('closing the log waits for the running handler', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const order: string[] = []
    const seen = collectHeld(() => void order.push('handled'))
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    await append(log, newStream(), events(1))
    await seen.entered
    const closed = log.close().then(() => order.push('closed'))
    seen.release()
    await closed
    t.strictSame(order, ['handled', 'closed'])
  })
}
