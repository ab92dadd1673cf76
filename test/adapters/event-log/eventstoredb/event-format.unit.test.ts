import t from 'tap'
import { eventsToWrite, positionFrom, readFact } from '#adapters/event-log/eventstoredb/event-format.js'
import type { EventToWrite, RecordedEvent } from '#adapters/event-log/eventstoredb/database-client.js'
import { prepareAppend } from '#adapters/event-log/prepared-append.js'
import {
  anEvent,
  appendRequest,
  asStored,
  command,
  newStream,
} from '#test/contract/event-log/contract-world.js'

const stream = newStream()

/** As a database gives back what it was given. */
const recorded = ({ id, type, data, metadata }: EventToWrite, revision: number): RecordedEvent => ({
  id,
  type,
  data: JSON.parse(JSON.stringify(data)) as unknown,
  metadata: JSON.parse(JSON.stringify(metadata)) as unknown,
  stream,
  revision: BigInt(revision),
  position: BigInt(1000 + revision),
})

const conversation = { correlationId: 'conversation', causationId: 'cause' }

t.test('it lies in the database under the names that EventStoreDB knows', async (t) => {
  const event = anEvent({ number: 1 })
  const given = { ...event, metadata: { ...event.metadata, ...conversation } }
  const append = prepareAppend(appendRequest(stream, [given], 'any', command('one', 'sha')))
  t.strictSame(eventsToWrite(append, 'this-call'), [
    {
      id: given.id,
      type: 'FactRecorded',
      data: { number: 1 },
      metadata: {
        $correlationId: 'conversation',
        $causationId: 'cause',
        actor: 'agent:contract',
        trajectoires: {
          schemaVersion: 1,
          recordedAt: 1_700_000_000_000,
          append: 'this-call',
          command: { id: 'one', digest: 'sha', events: 1 },
        },
      },
    },
  ])
})

t.test('the first event of a command names it, and none without a command does', async (t) => {
  const given = [anEvent(), anEvent()]
  const marked = eventsToWrite(prepareAppend(appendRequest(stream, given, 'any', command('one'))), 'a-call')
  const facts = marked.map((event, index) => readFact(recorded(event, index)))
  t.strictSame(
    facts.map((fact) => [fact?.command?.events, fact?.call]),
    [
      [2, 'a-call'],
      [undefined, 'a-call'],
    ],
  )
  const plain = eventsToWrite(prepareAppend(appendRequest(stream, given)), 'a-call')
  t.strictSame(
    plain.map((event, index) => Object.keys(readFact(recorded(event, index)) ?? {})),
    [['event'], ['event']],
  )
})

t.test('what is read is what was written', async (t) => {
  const event = anEvent({ text: 'cœur \ud83c', list: [1, { a: null }] })
  const given = [{ ...event, metadata: { ...event.metadata, ...conversation } }, anEvent()]
  const written = eventsToWrite(prepareAppend(appendRequest(stream, given)), 'a-call')
  const read = written.map((one, index) => readFact(recorded(one, index))?.event)
  t.strictSame(
    read,
    asStored(given, stream).map((one, index) => ({ ...one, position: 1000 + index })),
  )
})

t.test('what others wrote is no fact', async (t) => {
  const [written] = eventsToWrite(prepareAppend(appendRequest(stream, [anEvent()])), 'a-call')
  if (written === undefined) throw new Error('one event was given')
  const ours = recorded(written, 0)
  const others = [
    { ...ours, metadata: undefined },
    { ...ours, metadata: {} },
    { ...ours, metadata: { trajectoires: { schemaVersion: '1', recordedAt: 0 } } },
    { ...ours, data: new Uint8Array([1, 2]) },
    { ...ours, data: 'text' },
    { ...ours, data: [1] },
  ]
  t.strictSame(
    others.map(readFact),
    others.map(() => undefined),
  )
})

t.test('a position is exact or refused', async (t) => {
  t.equal(positionFrom(9_007_199_254_740_991n), Number.MAX_SAFE_INTEGER)
  for (const commit of [9_007_199_254_740_992n, 18_446_744_073_709_551_615n, undefined]) {
    t.throws(() => positionFrom(commit), { code: 'position-too-large' })
  }
})
