import { decode } from '#domain/log/codec.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { readable } from './readable.js'
import type { Position, Revision, StreamLog } from '#domain/ports/event-log.js'

/** A stream as today's code reads it, up to `revision` (`none` where it does not exist). */
export interface ReadOrganisation {
  readonly events: readonly RecordedEvent[]
  readonly revision: Revision | 'none'
  /** Of its last event; 0 where it does not exist. */
  readonly position: Position
}

/**
 * Reads the stream of one organisation. An event that this program cannot read is an error that names it: an answer
 * that leaves it out would be wrong without saying so.
 */
export const readOrganisation = async (
  log: Pick<StreamLog, 'readStream'>,
  id: OrganisationId,
): Promise<ReadOrganisation> => {
  const stored = await log.readStream(streamOfOrganisation(id))
  const last = stored.at(-1)
  return {
    events: stored.map((event) => readable(event, decode)),
    revision: last?.revision ?? 'none',
    position: last?.position ?? (0 as Position), // before the first event of every log
  }
}
