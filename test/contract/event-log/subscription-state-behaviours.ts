import type { SubscriptionState } from '#domain/ports/event-log.js'
import { collect, collectHeld, deferred, subscribed } from './collector.js'
import { append, checkpointAtHead, events, newStream, type Behaviour } from './contract-world.js'

export const subscriptionStateBehaviours = (behaviour: Behaviour): void => {
  behaviour('it reports catching up, then live, then stopped', async (t, { log }) => {
    await append(log, newStream(), events(300))
    const states: string[] = []
    const live = deferred()
    const seen = collect()
    const onState = ({ state }: SubscriptionState): void => {
      states.push(state)
      if (state === 'live') live.resolve()
    }
    const subscription = subscribed(await log.subscribe({ from: 'start', handle: seen.handle, onState }))
    await live.promise
    await subscription.close()
    t.strictSame(states, ['catching-up', 'live', 'stopped'])
  })

  behaviour(
    'it says that it lags when more than a page came meanwhile, then that it is live',
    async (t, { log }) => {
      const from = await checkpointAtHead(log)
      const [live, caughtUp] = [deferred(), deferred()]
      const states: string[] = []
      const onState = ({ state }: SubscriptionState): void => {
        states.push(state)
        if (state === 'live') live.resolve()
        if (state === 'live' && states.includes('lagging')) caughtUp.resolve()
      }
      const seen = collectHeld()
      subscribed(await log.subscribe({ from, handle: seen.handle, onState }))
      await live.promise
      await append(log, newStream(), events(1))
      await seen.entered
      for (let round = 0; round < 3; round += 1) await append(log, newStream(), events(300))
      seen.release()
      await caughtUp.promise
      t.strictSame(states, ['catching-up', 'live', 'lagging', 'live'])
      t.equal(seen.events().length, 901)
    },
  )

  behaviour('it is live only when everything that was there has been handled', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const { position: head } = await append(log, newStream(), events(600))
    const seen = collect()
    const atLive: unknown[] = []
    const live = deferred()
    const onState = (state: SubscriptionState): void => {
      if (state.state !== 'live') return
      atLive.push(seen.events().length, state.position)
      live.resolve()
    }
    subscribed(await log.subscribe({ from, handle: seen.handle, onState }))
    await live.promise
    t.strictSame(atLive, [600, head])
  })

  behaviour('its state tells the position of the last event handled', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const seen = collect()
    const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
    t.strictSame(subscription.state(), { state: 'catching-up', position: from.position })
    const { position } = await append(log, newStream(), events(3))
    await seen.untilPosition(position)
    await subscription.close()
    t.strictSame(subscription.state(), { state: 'stopped', position })
  })

  behaviour('while a handler runs, the position is the one before it', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const seen = collectHeld()
    const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
    await append(log, newStream(), events(3))
    await seen.entered
    t.equal(subscription.state().position, from.position)
    seen.release()
  })
}
