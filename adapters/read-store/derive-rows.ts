import { setImmediate } from 'node:timers/promises'
import { decode, isUnreadable } from '#domain/events/codec.js'
import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'
import type { Quarantined, RowChanges } from '#domain/ports/read-store.js'
import type { Derivation, OrganisationRow, Projection } from '#projections/projection.js'

export interface DerivedRows<Row> {
  readonly rows: readonly Row[]
  readonly quarantined: readonly Quarantined[]
}

/** So many streams are read at once, since the log may be far away; then others have their turn: some milliseconds. */
const streamsATurn = 25

/**
 * The rows of organisations as their streams stood at `position`, each stream read once. Later events are left out:
 * a checkpoint says exactly what its rows tell. One organisation that can't be derived keeps no other from being so;
 * a log that can't be read rejects.
 */
export const deriveRows = async <Row extends OrganisationRow, View>(
  log: EventLog,
  projection: Projection<Row, View>,
  ids: Iterable<OrganisationId>,
  position: Position,
  signal: AbortSignal,
): Promise<DerivedRows<Row>> => {
  const rows: Row[] = []
  const quarantined: Quarantined[] = []
  const waiting = [...ids]
  while (waiting.length > 0) {
    const turn = waiting.splice(0, streamsATurn)
    const streams = await Promise.all(turn.map((id) => log.readStream(streamOfOrganisation(id))))
    turn.forEach((id, index) => {
      const known = (streams[index] ?? []).filter((event) => event.position <= position)
      const derivation = derive(projection, id, known)
      if (derivation.derived) rows.push(derivation.row)
      else quarantined.push({ id, reason: derivation.reason, position })
    })
    if (waiting.length > 0) await setImmediate(undefined, { signal })
  }
  return { rows, quarantined }
}

/** What the store keeps of derived rows. */
export const changesOf = <Row extends OrganisationRow>({
  rows,
  quarantined,
}: DerivedRows<Row>): RowChanges => ({
  rows: rows.map((row) => ({ id: row.id, json: JSON.stringify(row) })),
  quarantined,
})

const derive = <Row extends OrganisationRow, View>(
  projection: Projection<Row, View>,
  id: OrganisationId,
  stored: readonly StoredEvent[],
): Derivation<Row> => {
  const events = stored.map((event) => ({ event, read: decode(event) }))
  for (const { event, read } of events) {
    if (isUnreadable(read)) return { derived: false, reason: unreadable(event) }
  }
  try {
    const recorded = events.flatMap(({ read }) => (isUnreadable(read) ? [] : [read]))
    return projection.rowOf(id, recorded)
  } catch (error) {
    return { derived: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

const unreadable = ({ type, schemaVersion, revision }: StoredEvent): string =>
  `l’événement ${revision} (${type}, version ${schemaVersion}) vient d’un programme plus récent : mettre celui-ci à jour ` +
  `(event ${revision}, ${type}, version ${schemaVersion}, was written by a newer program: update this one)`
