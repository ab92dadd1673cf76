import { decodeCollectiveEvent, isUnreadable } from '#domain/log/codec.js'
import type { RecordedCollectiveEvent } from '#domain/collective/collective-event.js'
import { intentionOf, type Intention } from '#domain/collective/intention.js'
import { streamOfIntention } from '#domain/collective/stream.js'
import type { EventId } from '#domain/kernel/identifiers.js'
import type { StoredEvent, StreamLog } from '#domain/ports/event-log.js'

/** The intention of that id; undefined where it is not on record. */
export const readIntention = async (
  log: Pick<StreamLog, 'readStream'>,
  id: EventId,
): Promise<Intention | undefined> => intentionOf((await log.readStream(streamOfIntention(id))).map(readable))

const readable = (stored: StoredEvent): RecordedCollectiveEvent => {
  const read = decodeCollectiveEvent(stored)
  if (!isUnreadable(read)) return read
  throw new Error(
    `${stored.stream}@${stored.revision}: ${read.fault} (${read.type}). ` +
      'Mettre ce programme à jour. (Update this program.)',
  )
}
