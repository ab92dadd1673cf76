import { BACKWARDS, END, eventTypeFilter, START, streamNameFilter } from '@eventstore/db-client'
import t from 'tap'
import {
  append,
  aStream,
  failureOf,
  numbersOf,
  once,
  openDouble,
  readToEnd,
  rejectionOf,
  someEvents,
  take,
} from './double-client.js'

t.test('a stream is read from either end, what is named included', async (t) => {
  const { client } = await openDouble(t)
  const stream = aStream()
  await append(client, stream, someEvents(100))
  const forwards = await readToEnd(client.readStream(stream, { fromRevision: 97n }))
  const backwards = await readToEnd(
    client.readStream(stream, { direction: BACKWARDS, fromRevision: 2n, maxCount: 10 }),
  )
  const last = await readToEnd(
    client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
  )
  t.strictSame([numbersOf(forwards), numbersOf(backwards), numbersOf(last)], [[97, 98, 99], [2, 1, 0], [99]])
  t.strictSame(await readToEnd(client.readStream(stream, { fromRevision: 200n })), [])
})

t.test('a stream that does not exist is not found; no event at all is no number to ask for', async (t) => {
  const { client } = await openDouble(t)
  const stream = aStream()
  t.equal(await failureOf(readToEnd(client.readStream(stream))), 'stream-not-found')
  await append(client, stream, someEvents(1))
  t.equal(await failureOf(readToEnd(client.readStream(stream, { maxCount: 0 }))), 'unknown')
})

t.test(
  'everything is read in one order, positions have gaps, and the server has written first',
  async (t) => {
    const { client } = await openDouble(t)
    await append(client, aStream(), someEvents(2))
    await append(client, aStream(), someEvents(2))
    const all = await readToEnd(client.readAll())
    const positions = all.map(({ event }) => Number(event?.position?.commit))
    t.strictSame(
      all.map(({ event }) => event?.type),
      [...Array<string>(4).fill('$metadata'), ...Array<string>(4).fill('Tried')],
    )
    t.ok(positions.every((position, index) => index === 0 || position > Number(positions[index - 1]) + 1))
  },
)

t.test('forwards, the event at a position is given; backwards, it is not', async (t) => {
  const { client } = await openDouble(t)
  await append(client, aStream(), someEvents(5))
  const all = await readToEnd(client.readAll())
  const fromPosition = all.at(-3)?.event?.position ?? START
  t.strictSame(numbersOf(await readToEnd(client.readAll({ fromPosition }))), [2, 3, 4])
  const before = await readToEnd(client.readAll({ fromPosition, direction: BACKWARDS, maxCount: 2 }))
  t.strictSame(numbersOf(before), [1, 0])
  const head = await readToEnd(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 }))
  t.strictSame(numbersOf(head), [4])
})

t.test('a position where no event stands is an invalid argument', async (t) => {
  const { client } = await openDouble(t)
  const { position } = await append(client, aStream(), someEvents(1))
  const within = { commit: (position?.commit ?? 0n) - 1n, prepare: (position?.prepare ?? 0n) - 1n }
  const invalid = { type: 'unknown', code: 3 }
  t.match(await rejectionOf(readToEnd(client.readAll({ fromPosition: within }))), invalid)
  t.match(await rejectionOf(take(client.subscribeToAll({ fromPosition: within }), 1)), invalid)
})

t.test('a subscription goes on behind what it names, through what is there to what comes', async (t) => {
  const { client } = await openDouble(t)
  const [one, other] = [aStream(), aStream()]
  await append(client, one, someEvents(9))
  const stream = client.subscribeToStream(one, { fromRevision: 6n })
  const filter = streamNameFilter({ prefixes: ['organisation-'], checkpointInterval: 1 })
  const all = client.subscribeToAll({ filter })
  await once(all, 'caughtUp')
  await append(client, other, someEvents(2))
  await append(client, one, someEvents(2))
  t.strictSame(numbersOf(await take(stream, 4)), [7, 8, 0, 1])
  t.strictSame(numbersOf(await take(all, 13)), [...Array(9).keys(), 0, 1, 0, 1])
})

t.test('a filtered subscription tells how far it has looked', async (t) => {
  const { client } = await openDouble(t)
  const stream = aStream()
  const { position } = await append(client, stream, someEvents(96, 'Left-out'))
  const checkpoints: bigint[] = []
  const filter = eventTypeFilter({
    regex: '^Asked-for$',
    checkpointInterval: 1,
    checkpointReached: async (_subscription, { commit }) => void checkpoints.push(commit),
  })
  const subscription = client.subscribeToAll({ filter })
  await once(subscription, 'caughtUp')
  await append(client, stream, someEvents(1, 'Asked-for'))
  t.strictSame(numbersOf(await take(subscription, 1)), [0])
  t.equal(checkpoints.length, 4)
  t.equal(checkpoints.at(-1), position?.commit)
})

t.test('a start behind the end of the log is confirmed, called caught up, and starves', async (t) => {
  const { client, double } = await openDouble(t)
  const stream = aStream()
  const { position } = await append(client, stream, someEvents(1))
  const beyond = (position?.commit ?? 0n) + 100_000n
  const starving = client.subscribeToAll({ fromPosition: { commit: beyond, prepare: beyond } })
  const witness = client.subscribeToStream(stream)
  await once(starving, 'caughtUp')
  const seen: unknown[] = []
  starving.on('data', (event) => seen.push(event))
  await append(client, stream, someEvents(3))
  t.equal((await take(witness, 4)).length, 4)
  t.strictSame([seen, double.openReads()], [[], 2])
})

t.test('whoever leaves a subscription frees its call', async (t) => {
  const { client, double } = await openDouble(t)
  await append(client, aStream(), someEvents(1))
  const subscription = client.subscribeToAll()
  await once(subscription, 'caughtUp')
  t.equal(double.openReads(), 1)
  await subscription.unsubscribe()
  await readToEnd(client.readAll())
  await append(client, aStream(), someEvents(1))
  t.equal(double.openReads(), 0)
})
