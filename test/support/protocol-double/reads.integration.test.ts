import {
  BACKWARDS,
  END,
  eventTypeFilter,
  START,
  streamNameFilter,
  type EventStoreDBClient,
} from '@eventstore/db-client'
import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import {
  append,
  aStream,
  failureOf,
  numbersOf,
  once,
  openDouble,
  readToEnd,
  rejectionOf,
  serversUnderTest,
  someEvents,
  take,
  tellOfServers,
} from './double-client.js'

const headOf = async (client: EventStoreDBClient) => {
  const read = client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })
  return (await readToEnd(read))[0]?.event?.position ?? { commit: 0n, prepare: 0n }
}

/** What a filtered subscription tells of its search through 96 events, as indexes into them; -1 lies before. */
const searched = async (
  t: Test,
  client: EventStoreDBClient,
  found: string,
  options: { readonly interval: number; readonly window?: number },
): Promise<{ readonly checkpoints: number[]; readonly afterwards: number[] }> => {
  const [stream, sought] = [aStream(), `Sought-${randomUUID()}`]
  const fromPosition = await headOf(client)
  await append(client, stream, someEvents(96, found === 'all' ? sought : 'Left-out'))
  const places = (await readToEnd(client.readStream(stream))).map(({ event }) => event?.position?.commit)
  const [checkpoints, later] = [[] as number[], [] as bigint[]]
  const filter = eventTypeFilter({
    regex: `^${sought}$`,
    checkpointInterval: options.interval,
    ...(options.window === undefined ? {} : { maxSearchWindow: options.window }),
    checkpointReached: async (_subscription, { commit }) => {
      if (commit > (places.at(-1) ?? 0n)) later.push(commit)
      else checkpoints.push(places.indexOf(commit))
    },
  })
  const subscription = client.subscribeToAll({ fromPosition, filter }, { highWaterMark: 200 })
  t.teardown(() => subscription.unsubscribe())
  await once(subscription, 'caughtUp')
  const live = aStream()
  await append(client, live, someEvents(70, 'Left-out'))
  const last = await append(client, live, someEvents(1, sought))
  const all = await take(subscription, found === 'all' ? 97 : 1)
  t.equal(all.at(-1)?.event?.position?.commit, last.position?.commit)
  const lives = (await readToEnd(client.readStream(live))).map(({ event }) => event?.position?.commit)
  return { checkpoints, afterwards: later.map((commit) => lives.indexOf(commit)) }
}

tellOfServers(t)

for (const { name, open } of serversUnderTest) {
  t.test(name, (t) => {
    t.test('a stream is read from either end, what is named included', async (t) => {
      const client = await open(t)
      const stream = aStream()
      await append(client, stream, someEvents(100))
      const numbers = async (options: NonNullable<Parameters<EventStoreDBClient['readStream']>[1]>) =>
        numbersOf(await readToEnd(client.readStream(stream, options)))
      t.strictSame(await numbers({ fromRevision: 97n }), [97, 98, 99])
      t.strictSame(await numbers({ fromRevision: 200n }), [])
      t.strictSame(await numbers({ direction: BACKWARDS, fromRevision: 2n }), [2, 1, 0])
      t.strictSame(await numbers({ direction: BACKWARDS, fromRevision: START }), [0])
      t.strictSame(await numbers({ direction: BACKWARDS, fromRevision: END, maxCount: 1 }), [99])
      t.strictSame(await numbers({ direction: BACKWARDS, fromRevision: 1000n, maxCount: 2 }), [99, 98])
    })

    t.test('what cannot be read: no such stream, no event at all, from the end on', async (t) => {
      const client = await open(t)
      const stream = aStream()
      t.equal(await failureOf(readToEnd(client.readStream(stream))), 'stream-not-found')
      await append(client, stream, someEvents(1))
      t.equal(await failureOf(readToEnd(client.readStream(stream, { maxCount: 0 }))), 'unknown')
      t.equal(await failureOf(readToEnd(client.readStream(stream, { fromRevision: END }))), 'unknown')
    })

    t.test('forwards, the event at a position is given; backwards, it is not', async (t) => {
      const client = await open(t)
      await append(client, aStream(), someEvents(5))
      const last = await readToEnd(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 5 }))
      const fromPosition = last[2]?.event?.position ?? START
      const forwards = await readToEnd(client.readAll({ fromPosition, maxCount: 3 }))
      const backwards = await readToEnd(client.readAll({ fromPosition, direction: BACKWARDS, maxCount: 2 }))
      t.strictSame(
        [numbersOf(forwards), numbersOf(backwards)],
        [
          [2, 3, 4],
          [1, 0],
        ],
      )
      const places = forwards.map(({ event }) => Number(event?.position.commit))
      t.ok(places.every((place, index) => index === 0 || place > Number(places[index - 1]) + 1))
    })

    t.test('a position where no event stands fails, within the log only', async (t) => {
      const client = await open(t)
      const { position = { commit: 0n, prepare: 0n } } = await append(client, aStream(), someEvents(1))
      const at = (distance: bigint) => ({
        commit: position.commit + distance,
        prepare: position.prepare + distance,
      })
      const reading = readToEnd(client.readAll({ fromPosition: at(-1n) }))
      t.match(await rejectionOf(reading), { type: 'unknown', code: 2 })
      const following = take(client.subscribeToAll({ fromPosition: at(-1n) }), 1)
      t.match(await rejectionOf(following), { type: 'unknown', code: 3 })
      t.strictSame(await readToEnd(client.readAll({ fromPosition: at(1_000_000_000n) })), [])
    })

    t.test('a subscription goes on behind what it names, through what is there to what comes', async (t) => {
      const client = await open(t)
      const [one, other] = [aStream(), aStream()]
      const { position = START } = await append(client, one, someEvents(1))
      await append(client, one, someEvents(9))
      const stream = client.subscribeToStream(one, { fromRevision: 7n })
      const filter = streamNameFilter({ prefixes: [one, other], checkpointInterval: 1 })
      const all = client.subscribeToAll({ filter, fromPosition: position })
      await once(all, 'caughtUp')
      await append(client, other, someEvents(2))
      await append(client, one, someEvents(2))
      t.strictSame(numbersOf(await take(stream, 4)), [7, 8, 0, 1])
      t.strictSame(numbersOf(await take(all, 13)), [...Array(9).keys(), 0, 1, 0, 1])
    })

    t.test('a search tells where its pages began, never that it has come to the end', async (t) => {
      const client = await open(t)
      t.strictSame(await searched(t, client, 'none', { interval: 1 }), {
        checkpoints: [-1, 31, 63],
        afterwards: [31, 63],
      })
      t.strictSame(await searched(t, client, 'none', { interval: 2 }), {
        checkpoints: [31],
        afterwards: [63],
      })
      t.strictSame((await searched(t, client, 'none', { interval: 1, window: 1000 })).checkpoints, [-1])
      t.strictSame((await searched(t, client, 'all', { interval: 1 })).checkpoints, [30, 62, 94, 95])
    })

    t.test('whoever finds nothing from the start is told the greatest number of all', async (t) => {
      const client = await open(t)
      const checkpoints: bigint[] = []
      const filter = eventTypeFilter({
        regex: `^Nothing-${randomUUID()}$`,
        checkpointInterval: 1,
        maxSearchWindow: 10_000_000,
        checkpointReached: async (_subscription, { commit }) => void checkpoints.push(commit),
      })
      const subscription = client.subscribeToAll({ filter })
      await once(subscription, 'caughtUp')
      await subscription.unsubscribe()
      t.strictSame(checkpoints, [18_446_744_073_709_551_615n])
    })

    t.test('a start behind the end of the log is confirmed, called caught up, and starves', async (t) => {
      const client = await open(t)
      const stream = aStream()
      const { position } = await append(client, stream, someEvents(1))
      const beyond = (position?.commit ?? 0n) + 1_000_000_000n
      const starving = client.subscribeToAll({ fromPosition: { commit: beyond, prepare: beyond } })
      const witness = client.subscribeToStream(stream)
      await once(starving, 'caughtUp')
      const seen: unknown[] = []
      starving.on('data', (event) => seen.push(event))
      await append(client, stream, someEvents(3))
      t.equal((await take(witness, 4)).length, 4)
      t.strictSame(seen, [])
      await starving.unsubscribe()
    })
    t.end()
  })
}

t.test('before any client, the server of a fresh log has written for itself', async (t) => {
  const { client, double } = await openDouble(t)
  t.strictSame(
    (await readToEnd(client.readAll())).map(({ event }) => event?.type),
    ['$metadata'],
  )
  t.strictSame(double.stored(), [])
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
