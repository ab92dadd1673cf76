import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { type EventId } from '#domain/kernel/identifiers.js'
import { type JsonObject } from '#domain/kernel/json.js'
import {
  type CommandMark,
  type EventMetadata,
  type Position,
  type StoredEvent,
} from '#domain/ports/event-log.js'
import { position, revision, streamName } from '../coordinates.js'
import { type EventEnvelope } from '../event-json.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { type PreparedAppend } from '../prepared-append.js'
import { type EventToWrite, type RecordedEvent } from './database-client.js'

/*
 * How a fact lies in the database. Data is the fact's own JSON. In the metadata stand EventStoreDB's names for what
 * its browser and its projections know (`$correlationId`, `$causationId`), the actor beside, and under one key of ours
 * all that only this adapter reads.
 */

const OwnFields = z.object({
  schemaVersion: z.int(),
  recordedAt: z.int(),
  /** On the first event of an append that was made by a command: its mark, and how many events it wrote. */
  command: z.object({ id: z.string(), digest: z.string(), events: z.int() }).optional(),
  /** On every event of such an append: which call wrote it. */
  append: z.string().optional(),
})

const StoredMetadata = z.looseObject({
  $correlationId: z.string().optional(),
  $causationId: z.string().optional(),
  trajectoires: OwnFields,
})

/** The command that an event begins, and how many events it wrote from there. */
export type BegunCommand = NonNullable<z.infer<typeof OwnFields>['command']>

/** The events of an append as the database takes them; `call` tells this call from any other that stores the same ids. */
export const eventsToWrite = (append: PreparedAppend, call: string): readonly EventToWrite[] =>
  append.events.map(({ type, recordedAt, data, envelope }, index) => {
    const { id, schemaVersion, metadata } = JSON.parse(envelope) as EventEnvelope // written by prepareAppend
    const { correlationId, causationId, ...others } = metadata
    const mark = append.command === undefined ? {} : commandFields(append.command, call, index, append)
    return {
      id,
      type,
      data: JSON.parse(data) as JsonObject, // written by prepareAppend too
      metadata: present({
        $correlationId: correlationId,
        $causationId: causationId,
        ...others,
        trajectoires: { schemaVersion, recordedAt, ...mark },
      }), // `present` has dropped what JSON does not know
    }
  })

const commandFields = (
  { id, digest }: CommandMark,
  call: string,
  index: number,
  { events }: PreparedAppend,
): JsonObject => ({
  append: call,
  ...(index === 0 ? { command: { id, digest, events: events.length } } : {}),
})

/** A fact of this log, with what only the adapter reads. */
export interface ReadFact {
  readonly event: StoredEvent
  readonly command?: BegunCommand
  readonly call?: string
}

/** The fact that a recorded event is; undefined when it was not written by this adapter. */
export const readFact = (recorded: RecordedEvent): ReadFact | undefined => {
  const metadata = StoredMetadata.safeParse(recorded.metadata)
  if (!metadata.success || !isJsonObject(recorded.data)) return undefined
  const { trajectoires, $correlationId, $causationId, ...others } = metadata.data
  const { schemaVersion, recordedAt, command, append } = trajectoires
  const event = {
    id: recorded.id as EventId, // checked when it was written
    type: recorded.type,
    schemaVersion,
    recordedAt,
    data: recorded.data,
    metadata: present({
      ...others,
      correlationId: $correlationId,
      causationId: $causationId,
    }) as unknown as EventMetadata, // written by `eventsToWrite`, which took it apart
    stream: streamName(recorded.stream),
    revision: revision(Number(recorded.revision)),
    position: positionFrom(recorded.position),
  }
  return { event, ...present({ command, call: append }) }
}

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

/**
 * The commit position as a safe number: exact up to 2^53 bytes of log, eight petabytes.
 *
 * @throws EventLogFault `position-too-large`; servers before 22.10 give 2^64 − 1 for an event of a stream
 */
export const positionFrom = (commit: bigint | undefined): Position => {
  if (commit === undefined || commit > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new EventLogFault(
      'position-too-large',
      `the event database gives the position ${commit ?? 'none'}, which no number here can hold: it is too old, or too large`,
    )
  }
  return position(Number(commit))
}
