import { setImmediate } from 'node:timers/promises'
import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'

/** Events a page: what is read in one go, while nothing else runs. */
const pageSize = 1000

/** Every event up to a position, page by page; between two of them others have their turn. */
export const pagesUpTo = async function* (
  log: Pick<EventLog, 'readAll'>,
  through: Position,
  signal: AbortSignal,
): AsyncGenerator<{ readonly events: readonly StoredEvent[]; readonly position: Position }, undefined> {
  for (let from = 0 as Position; from < through;) {
    const { events, position, atHead } = await log.readAll({ after: from, limit: pageSize })
    yield position > through
      ? { events: events.filter((event) => event.position <= through), position: through }
      : { events, position }
    if (atHead) return
    from = position
    await setImmediate(undefined, { signal })
  }
}
