import { setImmediate } from 'node:timers/promises'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'

/** Events a page: what is read in one go, while nothing else runs. */
const pageSize = 1000

/** The organisations of which the log tells something between two positions, `through` included. */
export const touchedBetween = async (
  log: EventLog,
  after: Position,
  through: Position,
  signal: AbortSignal,
): Promise<ReadonlySet<OrganisationId>> => {
  const touched = new Set<OrganisationId>()
  for (let from = after; from < through;) {
    const { events, position, atHead } = await log.readAll({ after: from, limit: pageSize })
    for (const id of organisationsOf(events)) touched.add(id)
    if (atHead) break
    from = position
    await setImmediate(undefined, { signal })
  }
  return touched
}

/** Whose streams these events stand in; those of other streams are nobody's. */
export const organisationsOf = (events: readonly StoredEvent[]): readonly OrganisationId[] =>
  events.flatMap(({ stream }) => organisationOfStream(stream) ?? [])
