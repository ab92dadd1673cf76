import { randomUUID } from 'node:crypto'
import { type CommandId } from '#domain/kernel/identifiers.js'
import { type JsonObject } from '#domain/kernel/json.js'
import {
  type EventMetadata,
  type LogId,
  type Position,
  type Revision,
  type Stored,
  type StoredEvent,
  type StreamName,
} from '#domain/ports/event-log.js'
import { logId } from '../coordinates.js'
import { type PreparedEvent } from '../prepared-append.js'

/** An event as memory keeps it: still text, so that nobody holds a piece of the log that he could change. */
export interface MemoryEvent extends PreparedEvent {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
}

export interface MemoryStream {
  readonly events: MemoryEvent[]
  readonly commands: Map<CommandId, Stored & { readonly digest: string }>
}

/** What a file is to SQLite: it outlives the logs that are opened on it, and several may be open at once. */
export interface MemoryStorage {
  readonly identity: LogId
  readonly all: MemoryEvent[]
  readonly streams: Map<StreamName, MemoryStream>
  readonly appended: Set<() => void>
}

/** An empty log with an identity of its own. */
export const createMemoryStorage = (): MemoryStorage => ({
  identity: logId(randomUUID()),
  all: [],
  streams: new Map(),
  appended: new Set(),
})

/** The event as the port gives it, made anew for each reader. */
export const readMemoryEvent = ({
  stream,
  revision,
  position,
  type,
  recordedAt,
  data,
  envelope,
}: MemoryEvent): StoredEvent => {
  const { id, schemaVersion, metadata } = JSON.parse(envelope) as Pick<
    StoredEvent,
    'id' | 'schemaVersion'
  > & {
    readonly metadata: EventMetadata
  }
  return {
    id,
    type,
    schemaVersion,
    recordedAt,
    data: JSON.parse(data) as JsonObject,
    metadata,
    stream,
    revision,
    position,
  }
}
