import {
  anEvent,
  append,
  appendRequest,
  asStored,
  events,
  newStream,
  numbers,
  revision,
  withoutPositions,
  type Behaviour,
} from './contract-world.js'

export const appendBehaviours = (behaviour: Behaviour): void => {
  behaviour('expecting no stream, it begins the stream at revision 0', async (t, { log }) => {
    const outcome = await log.append(appendRequest(newStream(), [anEvent()], 'none'))
    t.match(outcome, { outcome: 'appended', firstRevision: 0, lastRevision: 0 })
    t.type(outcome.outcome === 'appended' && outcome.position, 'number')
  })

  behaviour(
    'expecting no stream, it is refused with the actual revision when there is one',
    async (t, { log }) => {
      const stream = newStream()
      await append(log, stream, events(3))
      t.strictSame(await log.append(appendRequest(stream, [anEvent()], 'none')), {
        outcome: 'conflict',
        actual: 2,
      })
    },
  )

  behaviour('expecting the last revision, it goes on from there', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(2))
    const stored = await append(log, stream, events(2), revision(1))
    t.strictSame([stored.firstRevision, stored.lastRevision], [2, 3])
  })

  behaviour('expecting revision 0, it goes on from the first event', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent()])
    t.equal((await append(log, stream, [anEvent()], revision(0))).firstRevision, 1)
  })

  behaviour(
    'expecting a revision that others have passed, it is refused with the actual one',
    async (t, { log }) => {
      const stream = newStream()
      await append(log, stream, events(5))
      const outcome = await log.append(appendRequest(stream, [anEvent()], revision(1)))
      t.strictSame(outcome, { outcome: 'conflict', actual: 4 })
    },
  )

  behaviour(
    'expecting a revision that was not reached yet, it is refused with the actual one',
    async (t, { log }) => {
      const stream = newStream()
      await append(log, stream, events(2))
      const outcome = await log.append(appendRequest(stream, [anEvent()], revision(7)))
      t.strictSame(outcome, { outcome: 'conflict', actual: 1 })
    },
  )

  behaviour(
    'expecting a revision of a stream that does not exist, it is refused with none',
    async (t, { log }) => {
      const outcome = await log.append(appendRequest(newStream(), [anEvent()], revision(0)))
      t.strictSame(outcome, { outcome: 'conflict', actual: 'none' })
    },
  )

  behaviour('expecting some stream, it goes on whatever the revision', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(3))
    t.equal((await append(log, stream, [anEvent()], 'exists')).firstRevision, 3)
  })

  behaviour('expecting some stream, it is refused with none when there is none', async (t, { log }) => {
    const outcome = await log.append(appendRequest(newStream(), [anEvent()], 'exists'))
    t.strictSame(outcome, { outcome: 'conflict', actual: 'none' })
  })

  behaviour('expecting nothing, it begins a stream', async (t, { log }) => {
    t.equal((await append(log, newStream(), [anEvent()], 'any')).firstRevision, 0)
  })

  behaviour('expecting nothing, it goes on with a stream', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(4))
    t.equal((await append(log, stream, [anEvent()], 'any')).firstRevision, 4)
  })

  behaviour('several events take consecutive revisions in the order given', async (t, { log }) => {
    const stream = newStream()
    const given = events(4)
    const stored = await append(log, stream, given, 'none')
    t.strictSame([stored.firstRevision, stored.lastRevision], [0, 3])
    t.strictSame(withoutPositions(await log.readStream(stream)), asStored(given, stream))
  })

  behaviour('a thousand events in one append keep their order', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(1000), 'none')
    t.strictSame(numbers(await log.readStream(stream)), [...Array(1000).keys()])
  })

  behaviour('a refused append of several events leaves none of them', async (t, { log }) => {
    const stream = newStream()
    const given = events(2)
    await append(log, stream, given)
    await log.append(appendRequest(stream, events(3), 'none'))
    t.strictSame(withoutPositions(await log.readStream(stream)), asStored(given, stream))
  })

  behaviour('a refused append does not begin the stream', async (t, { log }) => {
    const stream = newStream()
    await log.append(appendRequest(stream, [anEvent()], 'exists'))
    t.strictSame(await log.readStream(stream), [])
    t.equal((await append(log, stream, [anEvent()], 'none')).firstRevision, 0)
  })

  behaviour(
    'after a conflict, the actual revision that was told is the one to expect',
    async (t, { log }) => {
      const stream = newStream()
      await append(log, stream, events(3))
      const refused = await log.append(appendRequest(stream, [anEvent()], 'none'))
      const actual = refused.outcome === 'conflict' ? refused.actual : 'none'
      t.equal((await append(log, stream, [anEvent()], actual)).firstRevision, 3)
    },
  )

  behaviour('each stream counts its own revisions', async (t, { log }) => {
    const [one, other] = [newStream(), newStream()]
    await append(log, one, events(3))
    const begun = await append(log, other, events(2), 'none')
    const continued = await append(log, one, [anEvent()], revision(2))
    t.strictSame([begun.lastRevision, continued.lastRevision], [1, 3])
  })

  behaviour('positions grow from one append to the next, whatever the stream', async (t, { log }) => {
    const [one, other] = [newStream(), newStream()]
    const places = [
      await append(log, one, [anEvent()]),
      await append(log, other, events(3)),
      await append(log, one, [anEvent()]),
    ].map((stored) => stored.position)
    t.strictSame(
      [...places].sort((a, b) => a - b),
      places,
    )
    t.equal(new Set(places).size, 3)
  })

  behaviour('the position that is answered is that of the last event', async (t, { log }) => {
    const stream = newStream()
    const stored = await append(log, stream, events(3))
    t.equal((await log.readStream(stream)).at(-1)?.position, stored.position)
  })

  behaviour('the first position lies behind 0', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent()])
    t.ok(Number((await log.readStream(stream))[0]?.position) > 0)
  })
}
