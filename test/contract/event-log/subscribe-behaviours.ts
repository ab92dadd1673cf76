import {
  type Checkpoint,
  type EventLog,
  type LogId,
  type SubscriptionState,
} from '#domain/ports/event-log.js'
import { collect, deferred, subscribed } from './collector.js'
import {
  anEvent,
  append,
  events,
  ids,
  newStream,
  newType,
  numbers,
  position,
  readBehind,
  type Behaviour,
} from './contract-world.js'

const checkpointAtHead = async (log: EventLog): Promise<Checkpoint> => ({
  log: await log.identity(),
  position: await log.head(),
})

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
}

export const checkpointBehaviours = (behaviour: Behaviour): void => {
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

export const subscriptionLifeBehaviours = (behaviour: Behaviour): void => {
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
    const [entered, gate] = [deferred(), deferred()]
    const seen = collect(() => {
      entered.resolve()
      return gate.promise
    })
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    const given = events(1)
    await append(log, newStream(), given)
    await entered.promise
    const rest = [events(2), events(2)]
    for (const more of rest) await append(log, newStream(), more)
    t.strictSame(ids(seen.events()), ids(given))
    gate.resolve()
    await seen.untilEvents(5)
    t.strictSame(ids(seen.events()), ids([...given, ...rest.flat()]))
  })

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
      const [entered, gate, caughtUp] = [deferred(), deferred(), deferred()]
      const states: string[] = []
      const onState = ({ state }: SubscriptionState): void => {
        states.push(state)
        if (state === 'live' && states.includes('lagging')) caughtUp.resolve()
      }
      const live = deferred()
      const seen = collect(() => {
        entered.resolve()
        return gate.promise
      })
      const hears = (state: SubscriptionState): void => {
        onState(state)
        if (state.state === 'live') live.resolve()
      }
      subscribed(await log.subscribe({ from, handle: seen.handle, onState: hears }))
      await live.promise
      await append(log, newStream(), events(1))
      await entered.promise
      for (let round = 0; round < 3; round += 1) await append(log, newStream(), events(300))
      gate.resolve()
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
    const [entered, gate] = [deferred(), deferred()]
    const seen = collect(() => {
      entered.resolve()
      return gate.promise
    })
    const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
    await append(log, newStream(), events(3))
    await entered.promise
    t.equal(subscription.state().position, from.position)
    gate.resolve()
  })

  behaviour('closing waits for the running handler, and no other is called', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const [entered, gate] = [deferred(), deferred()]
    const order: string[] = []
    const seen = collect(async () => {
      entered.resolve()
      await gate.promise
      order.push('handled')
    })
    const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
    await append(log, newStream(), events(1))
    await entered.promise
    await append(log, newStream(), events(1))
    const closed = subscription.close().then(() => order.push('closed'))
    gate.resolve()
    await closed
    await append(log, newStream(), events(1))
    t.strictSame(order, ['handled', 'closed'])
    t.equal(seen.calls.length, 1)
  })

  behaviour('closing counts the call that was running as handled', async (t, { log }) => {
    const from = await checkpointAtHead(log)
    const [entered, gate] = [deferred(), deferred()]
    const seen = collect(() => {
      entered.resolve()
      return gate.promise
    })
    const subscription = subscribed(await log.subscribe({ from, handle: seen.handle }))
    const { position } = await append(log, newStream(), events(1))
    await entered.promise
    const closed = subscription.close()
    gate.resolve()
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
    const [entered, gate] = [deferred(), deferred()]
    const order: string[] = []
    const seen = collect(async () => {
      entered.resolve()
      await gate.promise
      order.push('handled')
    })
    subscribed(await log.subscribe({ from, handle: seen.handle }))
    await append(log, newStream(), events(1))
    await entered.promise
    const closed = log.close().then(() => order.push('closed'))
    gate.resolve()
    await closed
    t.strictSame(order, ['handled', 'closed'])
  })
}

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
