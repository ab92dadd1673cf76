import { decodeCollectiveEvent } from '#domain/log/codec.js'
import { intentionOf, type Intention } from '#domain/collective/intention.js'
import { streamOfIntention } from '#domain/collective/collective-event.js'
import { readable } from '#src/handling/reading/readable.js'
import type { EventId } from '#domain/kernel/identifiers.js'
import type { StreamLog } from '#domain/ports/event-log.js'

/** The intention of that id; undefined where it is not on record. */
export const readIntention = async (
  log: Pick<StreamLog, 'readStream'>,
  id: EventId,
): Promise<Intention | undefined> =>
  intentionOf(
    undefined,
    (await log.readStream(streamOfIntention(id))).map((event) => readable(event, decodeCollectiveEvent)),
  )
