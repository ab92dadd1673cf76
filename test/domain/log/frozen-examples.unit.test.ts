import { readFileSync, readdirSync } from 'node:fs'
import t from 'tap'
import { z } from 'zod'
import {
  decode,
  decodeClockEvent,
  decodeCollectiveEvent,
  decodeModelEvent,
  encode,
  isUnreadable,
  clockEventTypes,
  collectiveEventTypes,
  currentVersion,
  eventTypes,
  modelEventTypes,
  organisationEventTypes,
} from '#domain/log/codec.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import { Profile } from '#domain/organisation/profile.js'
import type { JsonObject } from '#domain/kernel/json.js'
import type { Position, Revision, StoredEvent } from '#domain/ports/event-log.js'
import { stageOfEventType } from '#domain/steps/catalogue/catalogue.js'
import { freeTextsOf } from '#domain/steps/fact.js'
import { factFields } from '#domain/steps/fact-fields.js'
import { holdsPersonalData } from '#domain/steps/personal-data.js'
import { factOf, isStepEventType, sharedStepEventTypes } from '#domain/steps/step-event.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { eventId, organisation, recorded, registered } from '#test/support/organisation-facts.js'

const folder = new URL('../../../../test/domain/log/frozen/', import.meta.url)

const Frozen = z.strictObject({
  type: z.string(),
  schemaVersion: z.int().min(1),
  data: z.record(z.string(), z.json()),
})

const frozen = (name: string, version: number) =>
  Frozen.parse(JSON.parse(readFileSync(new URL(`${name}.v${version}.json`, folder), 'utf8')))

const { recordedAt, actor } = recorded(registered)

const stored = (example: z.infer<typeof Frozen>): StoredEvent => ({
  ...example,
  id: eventId(1),
  recordedAt,
  metadata: { actor },
  stream: streamOfOrganisation(organisation),
  revision: 0 as Revision,
  position: 1 as Position,
})

const versionsOf = (type: (typeof eventTypes)[number]) =>
  Array.from({ length: currentVersion(type) }, (_, index) => index + 1)

/** A fact is dated once: either field will do. */
const fieldsOf = (name: string, data: Readonly<Record<string, unknown>>): string[] => {
  if (modelEventTypes.some((type) => type.name === name)) return ['id', 'version', 'hash', 'content']
  if (name === 'ClockJumpAccepted') return ['lastRecorded', 'clock', 'reason']
  if (name === 'CollectiveStepIntended') return ['jointId', 'parts']
  if (name === 'CollectiveStepClosed') return ['recorded', 'refused']
  if (name === 'OrganisationRegistered') return Object.keys(Profile.shape)
  if (Object.hasOwn(profileEventSchemas, name)) {
    return Object.keys(profileEventSchemas[name as keyof typeof profileEventSchemas].shape) // a key, as just asked
  }
  if (name === 'StepCorrected') return ['target', 'changes', 'reason', 'source', 'statedOn']
  if (name === 'StepRetracted') return ['target', 'reason', 'source', 'statedOn']
  if (name === 'StepsLinked') return ['stepId', 'follows', 'source', 'statedOn']
  const fields = Object.keys(factFields).filter(
    (field) => field !== ('occurred' in data ? 'within' : 'occurred'),
  )
  return [...fields, 'attributes', ...(sharedStepEventTypes.some((type) => type === name) ? ['kind'] : [])]
}

t.test('every version of every type has its frozen example, and no other file is there', (t) => {
  const expected = eventTypes.flatMap((type) =>
    versionsOf(type).map((version) => `${type.name}.v${version}.json`),
  )
  t.strictSame(readdirSync(folder).sort(), [...expected].sort())
  t.end()
})

for (const type of eventTypes) {
  for (const version of versionsOf(type)) {
    t.test(`${type.name}, version ${version}`, (t) => {
      const example = frozen(type.name, version)
      const event = modelEventTypes.includes(type)
        ? decodeModelEvent(stored(example))
        : collectiveEventTypes.includes(type)
          ? decodeCollectiveEvent(stored(example))
          : clockEventTypes.includes(type)
            ? decodeClockEvent(stored(example))
            : decode(stored(example))
      if (isUnreadable(event)) throw new Error(event.fault)
      t.equal(example.type, type.name)
      t.equal(example.schemaVersion, version)
      t.strictSame(type.schema.parse(event.data), event.data, 'as today’s schema says')
      const encoded = encode(event, recordedAt, { actor })
      t.strictSame(encoded.schemaVersion, currentVersion(type))
      if (version === currentVersion(type)) t.strictSame(encoded.data, example.data, 'nothing lost')
      t.end()
    })
  }
}

t.test('the examples hold every field and attribute that their type can hold', (t) => {
  for (const type of eventTypes) {
    const { data } = frozen(type.name, currentVersion(type))
    t.strictSame(Object.keys(data).sort(), fieldsOf(type.name, data).sort(), type.name)
    const kind = stageOfEventType(type.name)?.kind
    if (kind !== undefined) {
      t.strictSame(Object.keys(data['attributes'] as JsonObject), Object.keys(kind.attributes), type.name)
    }
  }
  t.end()
})

t.test('the examples hold no personal data', (t) => {
  for (const type of organisationEventTypes) {
    const event = decode(stored(frozen(type.name, currentVersion(type))))
    if (isUnreadable(event)) throw new Error(event.fault)
    if (isStepEventType(event.type)) {
      const { fact } = factOf(event as Parameters<typeof factOf>[0]) // a fact, as just asked
      t.strictSame(
        freeTextsOf(fact).filter(([, text]) => holdsPersonalData(text)),
        [],
      )
    }
  }
  t.end()
})

t.test('an event is read in its own sort of stream only', (t) => {
  t.strictSame(decode(stored(frozen('ModelPublished', 1))), { fault: 'unknown-type', type: 'ModelPublished' })
  t.strictSame(decodeModelEvent(stored(frozen('LabOpened', 1))), { fault: 'unknown-type', type: 'LabOpened' })
  for (const read of [decode, decodeModelEvent]) {
    t.strictSame(read(stored(frozen('CollectiveStepClosed', 1))), {
      fault: 'unknown-type',
      type: 'CollectiveStepClosed',
    })
  }
  t.end()
})

t.test('every schema can be told as JSON schema', (t) => {
  for (const { name, schema } of eventTypes) {
    const told = z.toJSONSchema(schema, { io: 'input' })
    t.ok('properties' in told || 'oneOf' in told || 'anyOf' in told, name)
  }
  t.end()
})
