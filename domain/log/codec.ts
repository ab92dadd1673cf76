import type { JsonObject } from '#domain/kernel/json.js'
import type { NewEvent, StoredEvent } from '#domain/ports/event-log.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { EventMetadata } from '#domain/ports/event-log.js'
import type { RecordedClockEvent } from '#domain/clock/clock-event.js'
import type { RecordedCollectiveEvent } from '#domain/collective/collective-event.js'
import type { RecordedModelEvent } from '#domain/models/model-event.js'
import {
  clockEventTypeNamed,
  collectiveEventTypeNamed,
  currentVersion,
  eventTypeNamed,
  modelEventTypeNamed,
  organisationEventTypeNamed,
  type TypeNamed,
} from './event-types.js'
import type { Decided } from '#domain/kernel/event-of.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'

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
