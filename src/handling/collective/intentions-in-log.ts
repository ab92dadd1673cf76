import { decodeCollectiveEvent, isUnreadable } from '#domain/log/codec.js'
import { collectiveEventTypes } from '#domain/log/event-types.js'
import type { RecordedCollectiveEvent } from '#domain/collective/collective-event.js'
import { intentionOf, type Intention } from '#domain/collective/intention.js'
import { streamOfIntention } from '#domain/collective/collective-event.js'
import { readable } from '#src/handling/reading/readable.js'
import type { EventId } from '#domain/kernel/identifiers.js'
import type { EventLog, Position, StoredEvent, StreamLog } from '#domain/ports/event-log.js'

/** The intention of that id; undefined where it is not on record. */
export const readIntention = async (
  log: Pick<StreamLog, 'readStream'>,
  id: EventId,
): Promise<Intention | undefined> =>
  intentionOf(
    undefined,
    (await log.readStream(streamOfIntention(id))).map((event) => readable(event, decodeCollectiveEvent)),
  )

const types = collectiveEventTypes.map(({ name }) => name)
const PAGE = 500

/**
 * The intentions of which something may be left to write, in the order in which they were recorded. One that a newer
 * program wrote is told to `unreadable`, and left to that program.
 */
export const unfinishedIntentions = async (
  log: Pick<EventLog, 'readAll'>,
  unreadable: (event: StoredEvent) => void,
): Promise<readonly Intention[]> => {
  const byStream = new Map<string, readonly RecordedCollectiveEvent[]>()
  for (let [from, atHead] = [0 as Position, false]; !atHead;) {
    const page = await log.readAll({ after: from, limit: PAGE, types })
    for (const stored of page.events) {
      const read = decodeCollectiveEvent(stored)
      if (isUnreadable(read)) unreadable(stored)
      else byStream.set(stored.stream, [...(byStream.get(stored.stream) ?? []), read])
    }
    from = page.position
    atHead = page.atHead
  }
  return [...byStream.values()].flatMap((events) => {
    const intention = intentionOf(undefined, events)
    return intention === undefined || intention.closed !== undefined ? [] : [intention]
  })
}
