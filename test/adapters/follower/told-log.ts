import type { OrganisationEvent } from '#domain/organisation/organisation-event.js'
import { ActorId, type OrganisationId } from '#domain/kernel/identifiers.js'
import type { EventLog, NewEvent, Position } from '#domain/ports/event-log.js'
import {
  appendEvents,
  edtf,
  eventId,
  RECORDED_AT,
  recorded,
  registered,
} from '#test/support/organisation-events.js'

/** No two events told here have the same id. */
let numbers = 0
const numbered = (event: OrganisationEvent) => recorded(event, (numbers += 1))

/** Tells one event of an organisation; gives its position. */
export const append = (log: EventLog, id: OrganisationId, event: OrganisationEvent): Promise<Position> =>
  appendEvents(log, id, [numbered(event)])

export const register = (log: EventLog, id: OrganisationId): Promise<Position> =>
  append(log, id, registered(id))

export const rename = (log: EventLog, id: OrganisationId, name: string): Promise<Position> =>
  append(log, id, { type: 'OrganisationRenamed', data: { name, from: edtf('2016') } })

/** Many renamings of one organisation, in one append. */
export const renameOften = (log: EventLog, id: OrganisationId, times: number): Promise<Position> =>
  appendEvents(
    log,
    id,
    Array.from({ length: times }, (_, index) =>
      numbered({ type: 'OrganisationRenamed', data: { name: `nom ${index}` } }),
    ),
  )

/** An event that this program knows nothing of, when the type is none of its own. */
export const eventOfType = (type: string): NewEvent => ({
  id: eventId(1_000_000),
  type,
  schemaVersion: 1,
  recordedAt: RECORDED_AT,
  data: {},
  metadata: { actor: ActorId.parse('agent:test') },
})
