import {
  anEvent,
  append,
  appendRequest,
  command,
  count,
  events,
  ids,
  newStream,
  numbers,
  outcomes,
  readBehind,
  revision,
  type Behaviour,
} from './contract-world.js'

export const concurrencyBehaviours = (behaviour: Behaviour): void => {
  behaviour('of many appends that expect the same revision, exactly one wins', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(3))
    const attempts = Array.from({ length: 50 }, (_, number) => anEvent({ number }))
    const ends = await Promise.all(
      attempts.map((event) => log.append(appendRequest(stream, [event], revision(2)))),
    )
    t.strictSame(count(outcomes(ends)), { appended: 1, conflict: 49 })
    const actuals = ends.flatMap((end) => (end.outcome === 'conflict' ? [end.actual] : []))
    t.strictSame(new Set(actuals), new Set([3]))
    const winner = ends.findIndex(({ outcome }) => outcome === 'appended')
    t.equal((await log.readStream(stream)).at(-1)?.id, attempts[winner]?.id)
  })

  behaviour('of many appends that begin the same stream, exactly one wins', async (t, { log }) => {
    const stream = newStream()
    const attempts = Array.from({ length: 50 }, () => appendRequest(stream, events(2), 'none'))
    const ends = await Promise.all(attempts.map((attempt) => log.append(attempt)))
    t.strictSame(count(outcomes(ends)), { appended: 1, conflict: 49 })
    t.equal((await log.readStream(stream)).length, 2)
  })

  behaviour('many appends without condition all find their place', async (t, { log }) => {
    const stream = newStream()
    const given = Array.from({ length: 100 }, (_, number) => anEvent({ number }))
    const places = await Promise.all(given.map((event) => append(log, stream, [event])))
    const read = await log.readStream(stream)
    t.strictSame(
      read.map((event) => event.revision),
      [...Array(100).keys()],
    )
    const answered = places.map((place, index) => [place.lastRevision, place.position, given[index]?.id])
    t.strictSame(
      answered.sort(([a], [b]) => Number(a) - Number(b)),
      read.map((event) => [event.revision, event.position, event.id]),
    )
  })

  behaviour(
    'many writers over many streams lose nothing, and each stream is in order',
    async (t, { log }) => {
      const start = await log.head()
      const streams = Array.from({ length: 20 }, () => newStream())
      await Promise.all(
        streams.map(async (stream) => {
          for (let number = 0; number < 10; number += 1) {
            const expected = number === 0 ? 'none' : revision(number - 1)
            await append(log, stream, [anEvent({ number })], expected)
          }
        }),
      )
      const read = await Promise.all(streams.map((stream) => log.readStream(stream)))
      t.strictSame(
        read.map(numbers),
        streams.map(() => [...Array(10).keys()]),
      )
      t.strictSame(ids(await readBehind(log, start)).sort(), ids(read.flat()).sort())
    },
  )

  behaviour('the events of one append stand together, whoever else writes', async (t, { log }) => {
    const stream = newStream()
    await Promise.all(Array.from({ length: 30 }, () => append(log, stream, events(4))))
    t.strictSame(numbers(await log.readStream(stream)), Array.from({ length: 30 }, () => [0, 1, 2, 3]).flat())
  })

  behaviour('a refused append does not take its neighbours with it', async (t, { log }) => {
    const streams = [newStream(), newStream(), newStream()] as const
    await append(log, streams[1], [anEvent()])
    const ends = await Promise.all(
      streams.map((stream) => log.append(appendRequest(stream, events(2), 'none'))),
    )
    t.strictSame(outcomes(ends), ['appended', 'conflict', 'appended'])
    const lengths = await Promise.all(streams.map(async (stream) => (await log.readStream(stream)).length))
    t.strictSame(lengths, [2, 1, 2])
  })

  behaviour('many commands at once on one stream are each stored once', async (t, { log }) => {
    const stream = newStream()
    const marks = Array.from({ length: 30 }, (_, index) => command(`command-${index % 10}`))
    const ends = await Promise.all(
      marks.map((mark) => log.append(appendRequest(stream, [anEvent()], 'any', mark))),
    )
    t.strictSame(count(outcomes(ends)), { appended: 10, repeated: 20 })
    t.equal((await log.readStream(stream)).length, 10)
  })

  behaviour('who tries again after each conflict gets through', async (t, { log }) => {
    const stream = newStream()
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (;;) {
          const last =
            (await log.readStream(stream, { direction: 'backwards', limit: 1 }))[0]?.revision ?? 'none'
          const end = await log.append(appendRequest(stream, [anEvent()], last))
          if (end.outcome === 'appended') return
        }
      }),
    )
    t.equal((await log.readStream(stream)).length, 10)
  })

  behaviour('what was answered as appended is there to be read at once', async (t, { log }) => {
    const streams = Array.from({ length: 20 }, () => newStream())
    const read = await Promise.all(
      streams.map(async (stream) => {
        const stored = await append(log, stream, events(2))
        const there = await log.readStream(stream)
        return [there.length, (await log.head()) >= stored.position]
      }),
    )
    t.strictSame(
      read,
      streams.map(() => [2, true]),
    )
  })
}
