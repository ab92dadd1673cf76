import { type StreamName, type StreamSlice } from '#domain/ports/event-log.js'
import { ActorId, EventId } from '#domain/kernel/identifiers.js'
import {
  anEvent,
  append,
  asStored,
  events,
  ids,
  newStream,
  newType,
  numbers,
  position,
  readBehind,
  revision,
  withoutPositions,
  type Behaviour,
} from './contract-world.js'

export const readStreamBehaviours = (behaviour: Behaviour): void => {
  behaviour('a stream that does not exist reads as empty, either way', async (t, { log }) => {
    const stream = newStream()
    t.strictSame(await log.readStream(stream), [])
    t.strictSame(await log.readStream(stream, { direction: 'backwards' }), [])
  })

  behaviour('every field of an event comes back as it was given', async (t, { log }) => {
    const stream = newStream()
    const given = {
      id: EventId.parse('0a1b2c3d-0000-4000-8000-00000000cafe'),
      type: 'ResidencyCompleted',
      schemaVersion: 3,
      recordedAt: 1_234_567_890_123,
      data: { occurred: '2012-03', weeks: 3 },
      metadata: { actor: ActorId.parse('agent:x-1'), correlationId: 'conversation', causationId: 'cause' },
    }
    const { position } = await append(log, stream, [given])
    t.strictSame(await log.readStream(stream), [{ ...given, stream, revision: 0, position }])
  })

  behaviour('an event of 1970 and one without correlation come back as given', async (t, { log }) => {
    const stream = newStream()
    const given = { ...anEvent(), recordedAt: 0 }
    await append(log, stream, [given])
    t.strictSame(withoutPositions(await log.readStream(stream)), asStored([given], stream))
  })

  const slices: readonly (readonly [string, StreamSlice, readonly number[]])[] = [
    ['forwards by default, from the first event', {}, [0, 1, 2, 3, 4]],
    ['forwards when asked', { direction: 'forwards' }, [0, 1, 2, 3, 4]],
    ['backwards from the last event', { direction: 'backwards' }, [4, 3, 2, 1, 0]],
    ['at most `limit` events, the first ones', { limit: 2 }, [0, 1]],
    ['at most `limit` events backwards, the last ones', { direction: 'backwards', limit: 2 }, [4, 3]],
    ['from a revision, itself included', { from: revision(3) }, [3, 4]],
    ['from revision 0', { from: revision(0) }, [0, 1, 2, 3, 4]],
    ['backwards from a revision, itself included', { direction: 'backwards', from: revision(2) }, [2, 1, 0]],
    ['backwards from revision 0', { direction: 'backwards', from: revision(0) }, [0]],
    ['from a revision and bounded', { from: revision(1), limit: 3 }, [1, 2, 3]],
    [
      'backwards from a revision and bounded',
      { direction: 'backwards', from: revision(3), limit: 2 },
      [3, 2],
    ],
    ['nothing from beyond the end', { from: revision(5) }, []],
    [
      'backwards from beyond the end, from the last event',
      { direction: 'backwards', from: revision(99) },
      [4, 3, 2, 1, 0],
    ],
    ['everything when the limit is larger than the stream', { limit: 1000 }, [0, 1, 2, 3, 4]],
  ]
  for (const [name, slice, expected] of slices) {
    behaviour(`it reads ${name}`, async (t, { log }) => {
      const stream = newStream()
      await append(log, newStream(), events(2))
      await append(log, stream, events(5))
      t.strictSame(numbers(await log.readStream(stream, slice)), expected)
    })
  }

  behaviour('a stream is not confused with those whose names resemble its own', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent({ number: 1 })])
    await append(log, `${stream}-2` as StreamName, [anEvent({ number: 2 })])
    await append(log, stream.replace('organisation', 'organisations') as StreamName, [anEvent({ number: 3 })])
    t.strictSame(numbers(await log.readStream(stream)), [1])
  })

  behaviour('a long stream is read whole, forwards and backwards', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(700))
    const all = [...Array(700).keys()]
    t.strictSame(numbers(await log.readStream(stream)), all)
    t.strictSame(numbers(await log.readStream(stream, { direction: 'backwards' })), all.reverse())
  })

  behaviour('a long stream is bounded exactly, also over several pages', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(700))
    const read = await log.readStream(stream, { from: revision(3), limit: 513 })
    t.strictSame([read.length, read[0]?.revision, read.at(-1)?.revision], [513, 3, 515])
  })
}

export const readAllBehaviours = (behaviour: Behaviour): void => {
  behaviour(
    'it gives the events of all streams in the order in which they were appended',
    async (t, { log }) => {
      const [one, other] = [newStream(), newStream()]
      const type = newType()
      const given = [events(2, type), events(1, type), events(3, type)] as const
      await append(log, one, given[0])
      await append(log, other, given[1])
      await append(log, one, given[2])
      t.strictSame(ids(await readBehind(log, position(0), { types: [type] })), ids(given.flat()))
    },
  )

  behaviour('an event is the same whether its stream is read or the log', async (t, { log }) => {
    const stream = newStream()
    const start = await log.head()
    await append(log, stream, events(3))
    t.strictSame(await readBehind(log, start), await log.readStream(stream))
  })

  behaviour('it starts behind the position, which is left out itself', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(5))
    const read = await log.readStream(stream)
    const after = read[1]?.position ?? position(0)
    t.strictSame(await readBehind(log, after), read.slice(2))
  })

  behaviour(
    'a page holds at most `limit` events, and its position is that of the last',
    async (t, { log }) => {
      const stream = newStream()
      const start = await log.head()
      await append(log, stream, events(5))
      const page = await log.readAll({ after: start, limit: 2 })
      t.strictSame(numbers(page.events), [0, 1])
      t.equal(page.position, page.events[1]?.position)
      t.equal(page.atHead, false)
    },
  )

  behaviour('pages of any size give every event once and in order', async (t, { log }) => {
    const start = await log.head()
    const stream = newStream()
    await append(log, stream, events(60))
    const whole = await log.readStream(stream)
    for (const limit of [1, 7, 20, 60, 61]) t.strictSame(await readBehind(log, start, { limit }), whole)
  })

  behaviour('a page that ends with the last event is at the head', async (t, { log }) => {
    const start = await log.head()
    const stored = await append(log, newStream(), events(3))
    const page = await log.readAll({ after: start, limit: 3 })
    t.strictSame([page.events.length, page.position, page.atHead], [3, stored.position, true])
  })

  behaviour('at the head a page is empty and stays where it is', async (t, { log }) => {
    const { position } = await append(log, newStream(), events(3))
    t.strictSame(await log.readAll({ after: position, limit: 10 }), { events: [], position, atHead: true })
  })

  behaviour('from beyond the head a page is empty and does not go back', async (t, { log }) => {
    const stored = await append(log, newStream(), events(3))
    const beyond = position(stored.position + 1_000_000)
    const page = await log.readAll({ after: beyond, limit: 10 })
    t.strictSame(page, { events: [], position: beyond, atHead: true })
  })

  behaviour('it leaves out the types that are not asked for', async (t, { log }) => {
    const [wanted, other] = [newType(), newType()]
    const given = [anEvent({}, wanted), anEvent({}, other), anEvent({}, wanted)] as const
    await append(log, newStream(), given)
    t.strictSame(ids(await readBehind(log, position(0), { types: [wanted] })), [given[0].id, given[2].id])
  })

  behaviour('it takes several types, in one order', async (t, { log }) => {
    const [one, other] = [newType(), newType()]
    const given = [anEvent({}, one), anEvent(), anEvent({}, other), anEvent({}, one)] as const
    await append(log, newStream(), given)
    const read = await readBehind(log, position(0), { types: [one, other] })
    t.strictSame(ids(read), [given[0].id, given[2].id, given[3].id])
  })

  behaviour('types are compared exactly', async (t, { log }) => {
    const type = newType()
    await append(log, newStream(), [anEvent({}, `${type}x`), anEvent({}, type.toLowerCase())])
    t.strictSame(await readBehind(log, position(0), { types: [type] }), [])
  })

  behaviour('its position goes past what the types left out', async (t, { log }) => {
    const start = await log.head()
    const type = newType()
    await append(log, newStream(), [anEvent({}, type)])
    const stored = await append(log, newStream(), events(5))
    const page = await log.readAll({ after: start, limit: 10, types: [type] })
    t.strictSame([page.events.length, page.position, page.atHead], [1, stored.position, true])
  })

  behaviour('a bounded page of a type goes on without loss', async (t, { log }) => {
    const type = newType()
    for (let round = 0; round < 10; round += 1) {
      await append(log, newStream(), [anEvent(), anEvent({ number: round }, type), anEvent()])
    }
    const read = await readBehind(log, position(0), { limit: 3, types: [type] })
    t.strictSame(numbers(read), [...Array(10).keys()])
  })

  behaviour('a type that was never stored gives no event, and the head', async (t, { log }) => {
    const start = await log.head()
    const stored = await append(log, newStream(), events(5))
    const page = await log.readAll({ after: start, limit: 10, types: [newType()] })
    t.strictSame(page, { events: [], position: stored.position, atHead: true })
  })

  behaviour('the head is the position of the last event', async (t, { log }) => {
    const first = await append(log, newStream(), events(2))
    t.equal(await log.head(), first.position)
    const second = await append(log, newStream(), events(2))
    t.equal(await log.head(), second.position)
  })
}
