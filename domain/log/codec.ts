import type { JsonObject } from '#domain/kernel/json.js'
import type { NewEvent, StoredEvent, EventMetadata } from '#domain/ports/event-log.js'
import type { Instant } from '#domain/kernel/instant.js'
import { type RecordedClockEvent, clockEventSchemas } from '#domain/clock/clock-event.js'
import { type RecordedCollectiveEvent, collectiveEventSchemas } from '#domain/collective/collective-event.js'
import { type RecordedModelEvent, modelEventSchemas } from '#domain/models/model-event.js'
import type { Decided } from '#domain/kernel/event-of.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { z } from 'zod'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import {
  amendmentEventSchemas,
  schemaOfKind,
  sharedFactSchema,
  sharedStepEventTypes,
} from '#domain/steps/step-event.js'
import { stageOfEventType, stepEventTypes } from '#domain/steps/catalogue/catalogue.js'

/** Turns the data of one version of an event into that of the next. */
export type Upcaster = (data: JsonObject) => JsonObject

/** One type of event: the schema of its current version, and how each older version becomes the next. */
export interface EventType {
  readonly name: string
  readonly schema: z.ZodType
  /** Its current version is one more than the number of its upcasters: `upcasters[0]` turns version 1 into version 2. */
  readonly upcasters: readonly Upcaster[]
}

/** The upcasters of the types that have more than one version. */
const upcasters: Readonly<Record<string, readonly Upcaster[]>> = {}

const declare = (name: string, schema: z.ZodType): EventType => ({
  name,
  schema,
  upcasters: upcasters[name] ?? [],
})

/** Every type of event that an organisation's stream can hold. */
export const organisationEventTypes: readonly EventType[] = [
  ...Object.entries(profileEventSchemas).map(([name, schema]) => declare(name, schema)),
  ...stepEventTypes.flatMap((name) => {
    const told = stageOfEventType(name)
    return told === undefined ? [] : [declare(name, schemaOfKind(told.kind.code))]
  }),
  ...sharedStepEventTypes.map((name) => declare(name, sharedFactSchema)),
  ...Object.entries(amendmentEventSchemas).map(([name, schema]) => declare(name, schema)),
]

/** Every type of event that a model's stream can hold. */
export const modelEventTypes: readonly EventType[] = Object.entries(modelEventSchemas).map(([name, schema]) =>
  declare(name, schema),
)

/** Every type of event that the stream of a collective write can hold. */
export const collectiveEventTypes: readonly EventType[] = Object.entries(collectiveEventSchemas).map(
  ([name, schema]) => declare(name, schema),
)

/** Every type of event that tells of time itself. */
export const clockEventTypes: readonly EventType[] = Object.entries(clockEventSchemas).map(([name, schema]) =>
  declare(name, schema),
)

/** Every type of event of the log. A name is of one sort of stream only. */
export const eventTypes: readonly EventType[] = [
  ...organisationEventTypes,
  ...modelEventTypes,
  ...collectiveEventTypes,
  ...clockEventTypes,
]

/** Finds the types of some events by name. */
export type TypeNamed = (name: string) => EventType | undefined

const namedAmong = (types: readonly EventType[]): TypeNamed => {
  const byName = new Map(types.map((type) => [type.name, type]))
  return (name) => byName.get(name)
}

export const eventTypeNamed = namedAmong(eventTypes)
export const organisationEventTypeNamed = namedAmong(organisationEventTypes)
export const modelEventTypeNamed = namedAmong(modelEventTypes)
export const collectiveEventTypeNamed = namedAmong(collectiveEventTypes)
export const clockEventTypeNamed = namedAmong(clockEventTypes)

export const currentVersion = ({ upcasters: steps }: EventType): number => steps.length + 1

/** Why a stored event cannot be read by this program. */
export type UnreadableEvent =
  | { readonly fault: 'unknown-type'; readonly type: string }
  | {
      readonly fault: 'newer-version'
      readonly type: string
      readonly version: number
      readonly current: number
    }

/**
 * A stored event of an organisation's stream as today's code reads it: the data of an older version goes through the
 * upcasters between. What was validated when it was written is trusted here. An event of another sort of stream is of
 * no known type.
 */
export const decode = (
  stored: StoredEvent,
  typeNamed: TypeNamed = organisationEventTypeNamed,
): RecordedEvent | UnreadableEvent => read(stored, typeNamed) as RecordedEvent | UnreadableEvent // of its types only

/** The same for the stream of a model. */
export const decodeModelEvent = (stored: StoredEvent): RecordedModelEvent | UnreadableEvent =>
  read(stored, modelEventTypeNamed) as RecordedModelEvent | UnreadableEvent // of its types only

/** The same for the stream of a collective write. */
export const decodeCollectiveEvent = (stored: StoredEvent): RecordedCollectiveEvent | UnreadableEvent =>
  read(stored, collectiveEventTypeNamed) as RecordedCollectiveEvent | UnreadableEvent // of its types only

/** The same for the stream about time itself. */
export const decodeClockEvent = (stored: StoredEvent): RecordedClockEvent | UnreadableEvent =>
  read(stored, clockEventTypeNamed) as RecordedClockEvent | UnreadableEvent // of its types only

type AnyRecorded = RecordedEvent | RecordedModelEvent | RecordedCollectiveEvent | RecordedClockEvent

const read = (stored: StoredEvent, typeNamed: TypeNamed): AnyRecorded | UnreadableEvent => {
  const type = typeNamed(stored.type)
  if (type === undefined) return { fault: 'unknown-type', type: stored.type }
  const current = currentVersion(type)
  if (stored.schemaVersion > current) {
    return { fault: 'newer-version', type: stored.type, version: stored.schemaVersion, current }
  }
  const data = type.upcasters
    .slice(stored.schemaVersion - 1)
    .reduce((older, upcast) => upcast(older), stored.data)
  const { id, recordedAt, metadata } = stored
  // The type names the shape of its data, which its schema held when it was written.
  return { id, type: stored.type, data, recordedAt, actor: metadata.actor } as unknown as AnyRecorded
}

export const isUnreadable = (read: object): read is UnreadableEvent => 'fault' in read

/** A decided event as it is handed to the log. */
export const encode = (
  event: Decided<{ readonly type: string; readonly data: unknown }>,
  recordedAt: Instant,
  metadata: EventMetadata,
): NewEvent => {
  const type = eventTypeNamed(event.type)
  if (type === undefined) throw new Error(`no such type of event: ${event.type}`)
  return {
    id: event.id,
    type: event.type,
    schemaVersion: currentVersion(type),
    recordedAt,
    data: withoutUndefined(event.data) as JsonObject,
    metadata,
  }
}

/** Plain JSON: a field that is absent and one that is undefined are written the same. */
const withoutUndefined = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) =>
      held === undefined ? [] : [[key, withoutUndefined(held)]],
    ),
  )
}
