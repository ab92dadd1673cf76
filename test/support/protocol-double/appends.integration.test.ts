import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent, START } from '@eventstore/db-client'
import t from 'tap'
import {
  append,
  aStream,
  failureOf,
  numbersOf,
  openDouble,
  readToEnd,
  rejectionOf,
  serversUnderTest,
  someEvents,
  tellOfServers,
} from './double-client.js'

tellOfServers(t)

for (const { name, open } of serversUnderTest) {
  t.test(name, (t) => {
    t.test('an append tells the revision and the position of its last event', async (t) => {
      const client = await open(t)
      const stream = aStream()
      const { success, nextExpectedRevision, position } = await append(
        client,
        stream,
        someEvents(3),
        'no_stream',
      )
      const read = await readToEnd(client.readStream(stream))
      t.strictSame([success, nextExpectedRevision], [true, 2n])
      t.strictSame(position, read.at(-1)?.event?.position)
      t.strictSame(numbersOf(read), [0, 1, 2])
    })

    t.test('what was appended comes back as it was', async (t) => {
      const client = await open(t)
      const stream = 'région-échelle 𝔘'
      const given = {
        id: randomUUID(),
        type: 'Éprouvé',
        data: { texte: '« é »' },
        metadata: { $correlationId: 'c' },
      }
      await client.appendToStream(stream, jsonEvent(given))
      const [read] = await readToEnd(client.readStream(stream))
      const { created, position, ...event } = read?.event ?? {}
      t.strictSame(event, { ...given, streamId: stream, revision: 0n, isJson: true })
      t.ok(created instanceof Date && position !== undefined)
    })

    t.test('an unmet expectation is told with the actual revision', async (t) => {
      const client = await open(t)
      const stream = aStream()
      await append(client, stream, someEvents(2))
      const failures = ['no_stream', 5n, 0n] as const
      for (const expected of failures) {
        t.match(await rejectionOf(append(client, stream, someEvents(1), expected)), {
          type: 'wrong-expected-version',
          actualVersion: 1n,
          expectedVersion: expected,
        })
      }
      t.match(await rejectionOf(append(client, aStream(), someEvents(1), 'stream_exists')), {
        type: 'wrong-expected-version',
        actualVersion: 'no_stream',
      })
    })

    t.test(
      'the same ids behind the same revision are answered as before, whatever their bodies',
      async (t) => {
        const client = await open(t)
        const stream = aStream()
        const given = someEvents(3)
        const first = await append(client, stream, given, 'no_stream')
        await append(client, stream, someEvents(1), 2n)
        const other = given.map(({ id }) => jsonEvent({ id, type: 'Other', data: { number: -1 } }))
        t.strictSame(await append(client, stream, other, 'no_stream'), first)
        t.equal((await append(client, stream, given.slice(0, 2), 'no_stream')).nextExpectedRevision, 1n)
        t.strictSame(numbersOf(await readToEnd(client.readStream(stream))), [0, 1, 2, 0])
      },
    )

    t.test('one id that differs, or one event more than was stored, is a wrong version', async (t) => {
      const client = await open(t)
      const stream = aStream()
      const given = someEvents(2)
      await append(client, stream, given, 'no_stream')
      const wrong = 'wrong-expected-version'
      t.equal(await failureOf(append(client, stream, [...given, ...someEvents(1)], 'no_stream')), wrong)
      t.equal(
        await failureOf(append(client, stream, [...given.slice(1), ...given.slice(0, 1)], 'no_stream')),
        wrong,
      )
    })

    t.test('without an expectation, only what the server remembers is known again', async (t) => {
      const client = await open(t)
      const stream = aStream()
      const given = someEvents(2)
      await append(client, stream, given)
      t.equal((await append(client, stream, given)).nextExpectedRevision, 1n)
      t.equal(await failureOf(append(client, stream, [...given, ...someEvents(1)])), 'wrong-expected-version')
      await append(client, stream, [...someEvents(1), ...given])
      t.equal((await readToEnd(client.readStream(stream))).length, 5)
    })

    t.test('an append of more than the limit is refused with the limit', async (t) => {
      const client = await open(t)
      const big = jsonEvent({ type: 'Big', data: { text: 'x'.repeat(1_048_577) } })
      t.match(await rejectionOf(client.appendToStream(aStream(), big)), {
        type: 'maximum-append-size-exceeded',
        maxAppendSize: 1_048_576,
      })
    })

    t.test('appends that wait for each other on one call keep their order', async (t) => {
      const client = await open(t)
      const stream = aStream()
      await append(client, stream, someEvents(1), 'no_stream')
      const appends = someEvents(50).map((event) => append(client, stream, [event]))
      await Promise.all(appends)
      t.equal((await readToEnd(client.readStream(stream))).length, 51)
    })

    t.test('a stream that was deleted is not found, and goes on where it ended', async (t) => {
      const client = await open(t)
      const stream = aStream()
      await append(client, stream, someEvents(3))
      await client.deleteStream(stream)
      t.equal(await failureOf(readToEnd(client.readStream(stream))), 'stream-not-found')
      t.equal((await append(client, stream, someEvents(1), 'no_stream')).nextExpectedRevision, 3n)
      t.equal((await readToEnd(client.readStream(stream))).length, 1)
    })

    t.test('a tombstone ends a stream for ever', async (t) => {
      const client = await open(t)
      const stream = aStream()
      await append(client, stream, someEvents(1))
      await client.tombstoneStream(stream)
      t.equal(await failureOf(append(client, stream, someEvents(1))), 'stream-deleted')
      t.equal(await failureOf(readToEnd(client.readStream(stream))), 'stream-deleted')
    })

    t.test('deleting a stream that never was is a wrong version', async (t) => {
      const client = await open(t)
      t.equal(await failureOf(client.deleteStream(aStream())), 'wrong-expected-version')
    })
    t.end()
  })
}

t.test('the client finds the double by gossip too', async (t) => {
  const { double } = await openDouble(t)
  const client = EventStoreDBClient.connectionString(double.url.replace('esdb:', 'esdb+discover:'))
  t.teardown(() => client.dispose())
  const stream = aStream()
  await append(client, stream, someEvents(1))
  t.equal((await readToEnd(client.readStream(stream, { fromRevision: START }))).length, 1)
})
