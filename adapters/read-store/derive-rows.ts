import { setImmediate } from 'node:timers/promises'
import { decode, isUnreadable } from '#domain/log/codec.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'
import type { Quarantined, RowChanges } from '#domain/ports/read-store.js'
import type { Derivation, OrganisationRow, Projection } from '#projections/kept/projection.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { strangers, type Kin } from './kinship.js'

export interface DerivedRows<Row> {
  readonly rows: readonly Row[]
  readonly quarantined: readonly Quarantined[]
}

/** So many streams are read at once, since the log may be far away; then others have their turn: some milliseconds. */
const streamsATurn = 25

/**
 * The rows of organisations as their streams stood at `position`, each stream read once. Later events are left out:
 * a checkpoint says exactly what its rows tell. One organisation that can't be derived keeps no other from being so;
 * a log that can't be read rejects. With `kin` the streams of predecessors are read too, for each that came after them.
 */
export const deriveRows = async <Row extends OrganisationRow, View>(
  log: EventLog,
  projection: Projection<Row, View>,
  ids: Iterable<OrganisationId>,
  position: Position,
  signal: AbortSignal,
  kin: Kin = strangers,
): Promise<DerivedRows<Row>> => {
  const rows: Row[] = []
  const quarantined: Quarantined[] = []
  const waiting = [...ids]
  while (waiting.length > 0) {
    const turn = waiting.splice(0, streamsATurn)
    const lineages = await Promise.all(turn.map((id) => readStored({ log, kin, position }, id)))
    for (const stored of lineages) {
      if (stored.events.length === 0) continue // a successor of which nothing was told yet
      const derivation = derive(projection, stored)
      if (derivation.derived) rows.push(derivation.row)
      else quarantined.push({ id: stored.id, reason: derivation.reason, position })
    }
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

/** Streams as they stand in the log, each with those of the predecessors that were told of it. */
interface StoredLineage {
  readonly id: OrganisationId
  readonly events: readonly StoredEvent[]
  readonly predecessors: readonly StoredLineage[]
}

interface LineageReading {
  readonly log: EventLog
  readonly kin: Kin
  readonly position: Position
}

/** Whom one met on the way here is not met again. */
const readStored = async (
  { log, kin, position }: LineageReading,
  id: OrganisationId,
  met: ReadonlySet<OrganisationId> = new Set(),
): Promise<StoredLineage> => {
  const stored = await log.readStream(streamOfOrganisation(id))
  const seen = new Set([...met, id])
  const predecessors: StoredLineage[] = []
  for (const predecessor of kin.predecessorsOf(id)) {
    if (!seen.has(predecessor)) predecessors.push(await readStored({ log, kin, position }, predecessor, seen))
  }
  return { id, events: stored.filter((event) => event.position <= position), predecessors }
}

const derive = <Row extends OrganisationRow, View>(
  projection: Projection<Row, View>,
  stored: StoredLineage,
): Derivation<Row> => {
  const told = decoded(stored)
  if ('unreadable' in told) return { derived: false, reason: unreadable(told.unreadable) }
  try {
    return projection.rowOf(told.id, told.events, told.predecessors)
  } catch (error) {
    return { derived: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** The events as today's code reads them, or the first that it can't read. */
const decoded = ({
  id,
  events,
  predecessors,
}: StoredLineage): LineageEvents | { readonly unreadable: StoredEvent } => {
  const recorded: RecordedEvent[] = []
  for (const event of events) {
    const read = decode(event)
    if (isUnreadable(read)) return { unreadable: event }
    recorded.push(read)
  }
  const before: LineageEvents[] = []
  for (const predecessor of predecessors) {
    const told = decoded(predecessor)
    if ('unreadable' in told) return told
    before.push(told)
  }
  return { id, events: recorded, predecessors: before }
}

const unreadable = ({ type, schemaVersion, stream, revision }: StoredEvent): string =>
  `l’événement ${revision} de ${stream} (${type}, version ${schemaVersion}) vient d’un programme plus récent : mettre celui-ci à jour ` +
  `(event ${revision} of ${stream}, ${type}, version ${schemaVersion}, was written by a newer program: update this one)`
