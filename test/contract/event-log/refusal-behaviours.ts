import { type CommandId, type EventId } from '#domain/kernel/identifiers.js'
import { type JsonObject } from '#domain/kernel/json.js'
import {
  type AppendRequest,
  type EventLog,
  type NewEvent,
  type Revision,
  type StreamName,
} from '#domain/ports/event-log.js'
import { collect } from './collector.js'
import {
  anEvent,
  append,
  appendRequest,
  command,
  events,
  newStream,
  position,
  revision,
  type Behaviour,
} from './contract-world.js'

const withEvent = (change: Partial<NewEvent>): AppendRequest =>
  appendRequest(newStream(), [anEvent(), { ...anEvent(), ...change }])

const withData = (value: unknown): AppendRequest => withEvent({ data: { inner: [value] } as JsonObject })

const ofStream = (name: string): AppendRequest => appendRequest(name as StreamName, [anEvent()])

const invalid: readonly (readonly [string, AppendRequest])[] = [
  ['no event at all', appendRequest(newStream(), [])],
  ['an empty stream name', ofStream('')],
  ['a stream name without category', ofStream('organisation')],
  ['a stream name without id', ofStream('organisation-')],
  ['a stream name of the system', ofStream('$settings-1')],
  ['a stream name with a blank', ofStream('organisation-a b')],
  ['a stream name with capitals', ofStream('organisation-Paris')],
  ['a stream name with accents', ofStream('organisation-évreux')],
  ['a stream name with a line end', ofStream('organisation-a\n')],
  ['a stream name of more than 200 characters', ofStream(`organisation-${'a'.repeat(188)}`)],
  ['a negative expected revision', appendRequest(newStream(), [anEvent()], -1 as Revision)],
  ['an expected revision that is no integer', appendRequest(newStream(), [anEvent()], 0.5 as Revision)],
  ['an event id that is no UUID', withEvent({ id: 'event-1' as EventId })],
  ['an event id in capitals', withEvent({ id: '0A1B2C3D-0000-4000-8000-00000000CAFE' as EventId })],
  ['an empty event type', withEvent({ type: '' })],
  ['an event type of the system', withEvent({ type: '$metadata' })],
  ['an event type with a blank', withEvent({ type: 'Fact Recorded' })],
  ['an event type of more than 120 characters', withEvent({ type: 'T'.repeat(121) })],
  ['schema version 0', withEvent({ schemaVersion: 0 })],
  ['a date of recording that is no integer', withEvent({ recordedAt: 1.5 })],
  ['a date of recording that is no number', withEvent({ recordedAt: Number.NaN })],
  ['data that is no object', withEvent({ data: [] as unknown as JsonObject })],
  ['undefined in its data', withData(undefined)],
  ['a function in its data', withData(() => 1)],
  ['a big integer in its data', withData(1n)],
  ['a number that is not finite in its data', withData(Number.POSITIVE_INFINITY)],
  ['a date object in its data', withData(new Date(0))],
  ['a map in its data', withData(new Map())],
  [
    'an empty command id',
    appendRequest(newStream(), [anEvent()], 'any', { ...command('x'), id: '' as CommandId }),
  ],
  [
    'a command id of more than 200 characters',
    appendRequest(newStream(), [anEvent()], 'any', { ...command('x'), id: 'x'.repeat(201) as CommandId }),
  ],
  ['an empty command digest', appendRequest(newStream(), [anEvent()], 'any', command('x', ''))],
]

const invalidReads: readonly (readonly [string, (log: EventLog) => Promise<unknown>])[] = [
  ['a stream with limit 0', (log) => log.readStream(newStream(), { limit: 0 })],
  ['a stream with a limit that is no integer', (log) => log.readStream(newStream(), { limit: 1.5 })],
  ['a stream from a negative revision', (log) => log.readStream(newStream(), { from: revision(-1) })],
  ['all with limit 0', (log) => log.readAll({ after: position(0), limit: 0 })],
  ['all from a negative position', (log) => log.readAll({ after: position(-1), limit: 1 })],
  ['all with an empty choice of types', (log) => log.readAll({ after: position(0), limit: 1, types: [] })],
  [
    'a subscription to no types',
    (log) => log.subscribe({ from: 'start', types: [], handle: collect().handle }),
  ],
]

export const refusalBehaviours = (behaviour: Behaviour): void => {
  for (const [name, request] of invalid) {
    behaviour(`an append with ${name} is the caller's fault, and is not written`, async (t, { log }) => {
      const start = await log.head()
      await t.rejects(log.append(request), { code: 'invalid-append' })
      t.equal(await log.head(), start)
    })
  }

  behaviour("two events with one id in one append are the caller's fault", async (t, { log }) => {
    const event = anEvent()
    await t.rejects(log.append(appendRequest(newStream(), [event, event])), { code: 'invalid-append' })
  })

  behaviour("data that contains itself is the caller's fault", async (t, { log }) => {
    const data: Record<string, unknown> = {}
    data['self'] = data
    const request = withEvent({ data: data as JsonObject })
    await t.rejects(log.append(request), { code: 'invalid-append' })
  })

  behaviour('an append of a million bytes is taken', async (t, { log }) => {
    const stored = await append(log, newStream(), [anEvent({ text: 'x'.repeat(1_000_000) })])
    t.equal(stored.lastRevision, 0)
  })

  behaviour('an append over the limit of 1 MiB is refused as too large', async (t, { log }) => {
    const request = appendRequest(newStream(), [anEvent({ text: 'x'.repeat(1_048_577) })])
    await t.rejects(log.append(request), { code: 'append-too-large' })
  })

  behaviour('the limit holds for all the events of an append together', async (t, { log }) => {
    const stream = newStream()
    const half = { text: 'x'.repeat(600_000) }
    await t.rejects(log.append(appendRequest(stream, [anEvent(half), anEvent(half)])), {
      code: 'append-too-large',
    })
    t.strictSame(await log.readStream(stream), [])
    t.equal((await append(log, stream, [anEvent(half)])).lastRevision, 0)
  })

  behaviour('a fault of one caller does not reach the others', async (t, { log }) => {
    const stream = newStream()
    const good = log.append(appendRequest(stream, events(2), 'none'))
    const bad = t.rejects(log.append(appendRequest(stream, [])), { code: 'invalid-append' })
    const last = log.append(appendRequest(stream, events(1), 'any'))
    await bad
    t.match(await good, { outcome: 'appended', lastRevision: 1 })
    t.match(await last, { outcome: 'appended', lastRevision: 2 })
  })

  for (const [name, read] of invalidReads) {
    behaviour(`reading ${name} is the caller's fault`, async (t, { log }) => {
      await append(log, newStream(), [anEvent()])
      await t.rejects(read(log), { code: 'invalid-read' })
    })
  }
}
