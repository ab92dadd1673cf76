import { z } from 'zod'
import type { StoredEvent } from '#domain/ports/event-log.js'

/** An event as it was written. */
export const StoredEventView = z.strictObject({
  id: z.string(),
  type: z.string(),
  schemaVersion: z.int(),
  recordedAt: z.iso.datetime(),
  revision: z.int(),
  position: z.int(),
  data: z.record(z.string(), z.unknown()),
  metadata: z.record(z.string(), z.unknown()),
})

/** The event without the name of its stream, which whoever asks for a stream knows. */
export const storedEventView = ({
  stream: _stream,
  recordedAt,
  data,
  metadata,
  ...event
}: StoredEvent): z.infer<typeof StoredEventView> => ({
  ...event,
  recordedAt: new Date(recordedAt).toISOString(),
  data: { ...data },
  metadata: { ...metadata },
})
