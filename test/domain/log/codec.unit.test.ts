import t from 'tap'
import { z } from 'zod'
import {
  decode,
  encode,
  isUnreadable,
  currentVersion,
  eventTypeNamed,
  eventTypes,
  type EventType,
} from '#domain/log/codec.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { JsonObject } from '#domain/kernel/json.js'
import type { Position, Revision, StoredEvent } from '#domain/ports/event-log.js'
import { eventId, fact, organisation, recorded, registered } from '#test/support/organisation-facts.js'

const { recordedAt, actor } = recorded(registered)

const stored = (type: string, schemaVersion: number, data: JsonObject): StoredEvent => ({
  id: eventId(1),
  type,
  schemaVersion,
  recordedAt,
  data,
  metadata: { actor, correlationId: 'c' },
  stream: streamOfOrganisation(organisation),
  revision: 0 as Revision,
  position: 1 as Position,
})

/** Made up: version 2 gave the number a unit, version 3 a longer name. */
const measured: EventType = {
  name: 'Measured',
  schema: z.strictObject({ quantity: z.number(), unit: z.string() }),
  upcasters: [
    (data) => ({ ...data, unit: 'm' }),
    ({ number, ...data }) => ({ ...data, quantity: number ?? null }),
  ],
}
const named = (name: string) => (name === 'Measured' ? measured : undefined)

const read = (version: number, data: JsonObject) => {
  const event = decode(stored('Measured', version, data), named)
  return isUnreadable(event) ? event : event.data
}

t.test('data of an older version goes through every upcaster since', (t) => {
  t.equal(currentVersion(measured), 3)
  t.strictSame(read(1, { number: 5 }), { quantity: 5, unit: 'm' })
  t.strictSame(read(2, { number: 5, unit: 'cm' }), { quantity: 5, unit: 'cm' })
  t.strictSame(read(3, { quantity: 5, unit: 'km' }), { quantity: 5, unit: 'km' })
  t.end()
})

t.test('the stored data is left as it is', (t) => {
  const data = { number: 5 }
  read(1, data)
  t.strictSame(data, { number: 5 })
  t.end()
})

t.test('what this program cannot read is named', (t) => {
  t.strictSame(read(4, {}), { fault: 'newer-version', type: 'Measured', version: 4, current: 3 })
  t.strictSame(decode(stored('Weighed', 1, {}), named), { fault: 'unknown-type', type: 'Weighed' })
  t.strictSame(decode(stored('toString', 1, {})), { fault: 'unknown-type', type: 'toString' })
  t.end()
})

t.test('an event is read with its id, moment and actor', (t) => {
  t.strictSame(decode(stored('OrganisationRenamed', 1, { name: 'Grand Est' })), {
    id: eventId(1),
    type: 'OrganisationRenamed',
    data: { name: 'Grand Est' },
    recordedAt,
    actor,
  })
  t.end()
})

t.test('a decided event is written as plain JSON of the current version', (t) => {
  const event = fact(2, 'lab', 'begun', {
    cost: { min: 1, max: 2 },
    documents: [{ title: 'a', url: 'https://a.fr' }],
  })
  const padded = { ...event, data: { ...event.data, title: undefined } } as typeof event
  t.strictSame(encode(padded, recordedAt, { actor }), {
    id: eventId(2),
    type: 'LabOpened',
    schemaVersion: 1,
    recordedAt,
    data: event.data,
    metadata: { actor },
  })
  t.end()
})

t.test('types are known by their name, once each', (t) => {
  t.equal(new Set(eventTypes.map(({ name }) => name)).size, eventTypes.length)
  for (const type of eventTypes) t.equal(eventTypeNamed(type.name), type)
  t.equal(eventTypeNamed('constructor'), undefined)
  t.end()
})
