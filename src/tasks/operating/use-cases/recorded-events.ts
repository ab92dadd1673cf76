import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'

const PAGE = 500

/** The log as it was written, behind a position and up to its end, in pages: as much as is asked for is read. */
export async function* recordedFrom(
  log: Pick<EventLog, 'readAll'>,
  after: Position,
): AsyncGenerator<StoredEvent> {
  for (let [from, atHead] = [after, false]; !atHead;) {
    const page = await log.readAll({ after: from, limit: PAGE })
    yield* page.events
    from = page.position
    atHead = page.atHead
  }
}
