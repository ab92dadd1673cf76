import { isUnreadable, type UnreadableEvent } from '#domain/log/codec.js'
import type { StoredEvent } from '#domain/ports/event-log.js'

/** A stream holds an event that this program can't read: an answer that left it out would be wrong without saying so. */
export class UnreadableHistory extends Error {
  override readonly name = 'UnreadableHistory'
  readonly code = 'history-unreadable'

  constructor(
    readonly event: Pick<StoredEvent, 'stream' | 'revision' | 'position'>,
    { fault, type }: UnreadableEvent,
  ) {
    super(
      `${event.stream}@${event.revision}: ${fault} (${type}), position ${event.position}. ` +
        'Ce journal a été écrit par une version plus récente : mettre ce programme à jour. ' +
        '(This log was written by a newer version: update this program.)',
    )
  }
}

/**
 * The event as today's code reads it.
 *
 * @throws UnreadableHistory
 */
export const readable = <Event extends object>(
  stored: StoredEvent,
  decode: (stored: StoredEvent) => Event | UnreadableEvent,
): Event => {
  const read = decode(stored)
  if (isUnreadable(read)) throw new UnreadableHistory(stored, read)
  return read
}
