import type { CommandMark, EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'

/** An event of a log, and the command that begins with it. */
export interface MarkedEvent {
  readonly event: StoredEvent
  readonly begins?: CommandMark & { readonly events: number }
}

const PAGE = 500

/** A whole log in its order, up to a position and including it, with the commands that wrote it. */
export async function* markedEvents(
  log: Pick<EventLog, 'readAll' | 'readCommands'>,
  through: Position,
): AsyncGenerator<MarkedEvent, undefined> {
  let after = 0 as Position // before all events
  while (after < through) {
    const page = await log.readAll({ after, limit: PAGE })
    const begun = await commandsBegun(log, after, page.position)
    for (const event of page.events) {
      if (event.position > through) return undefined
      const begins = begun.get(placeOf(event.stream, event.revision))
      yield begins === undefined ? { event } : { event, begins }
    }
    if (page.atHead) return undefined
    after = page.position
  }
  return undefined
}

const commandsBegun = async (
  log: Pick<EventLog, 'readCommands'>,
  after: Position,
  through: Position,
): Promise<ReadonlyMap<string, NonNullable<MarkedEvent['begins']>>> =>
  new Map(
    (await log.readCommands({ after, through })).map(
      ({ stream, id, digest, firstRevision, lastRevision }) => [
        placeOf(stream, firstRevision),
        { id, digest, events: lastRevision - firstRevision + 1 },
      ],
    ),
  )

const placeOf = (stream: string, revision: number): string => `${revision}@${stream}`
