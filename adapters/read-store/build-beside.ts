import type { EventLog, LogId, Position } from '#domain/ports/event-log.js'
import type { GenerationId, Quarantined, ReadStore } from '#domain/ports/read-store.js'
import type { OrganisationRow, Projection } from '#projections/kept/projection.js'
import { changesOf, deriveRows, type DerivedRows } from './derive-rows.js'
import type { Kinship } from './kinship.js'
import { afterDerived, byId, type ServingRows } from './serving-rows.js'
import { touchedBetween } from './touched-organisations.js'

/** Rows of all organisations as the log stood at `position`, in a generation that does not serve yet. */
export interface BuiltRows<Row> extends DerivedRows<Row> {
  readonly generation: GenerationId
  readonly position: Position
}

export interface BuildSetup<Row extends OrganisationRow, View> {
  readonly log: EventLog
  readonly store: ReadStore
  readonly projection: Projection<Row, View>
  readonly kinship: Kinship
  readonly signal: AbortSignal
}

/** Organisations a transaction. */
const organisationsACommit = 500

const nowhere = 0 as Position // before the first event of every log

/**
 * Derives every row anew, beside what serves. The log is gone through once to learn who is in it, then each stream is
 * read once: twice the events in all, however they are interleaved. Reading a stream at each page that touches it
 * would read it as often as it has events.
 */
export const buildBeside = async <Row extends OrganisationRow, View>({
  log,
  store,
  projection,
  kinship,
  signal,
}: BuildSetup<Row, View>): Promise<BuiltRows<Row>> => {
  const generation = await store.beginBeside(projection.name, projection.version)
  const position = await log.head()
  const touched = [...(await touchedBetween(log, nowhere, position, signal))]
  const kin = await kinship.upTo(position, signal)
  const rows: Row[] = []
  const quarantined: Quarantined[] = []
  for (let first = 0; first < touched.length; first += organisationsACommit) {
    const ids = touched.slice(first, first + organisationsACommit)
    const derived = await deriveRows(log, projection, ids, position, signal, kin)
    await store.fill(generation, changesOf(derived))
    rows.push(...derived.rows)
    quarantined.push(...derived.quarantined)
  }
  return { generation, position, rows, quarantined }
}

/**
 * Brings built rows up to `position`, unless they are there, and lets them serve instead of what served. Nothing else
 * may write to what serves meanwhile.
 */
export const switchTo = async <Row extends OrganisationRow, View>(
  { log, store, projection, kinship, signal }: BuildSetup<Row, View>,
  built: BuiltRows<Row>,
  position: Position,
  identity: LogId,
): Promise<ServingRows<View>> => {
  const touched = await touchedBetween(log, built.position, position, signal)
  const kin = await kinship.upTo(position, signal)
  const ids = kin.withDescendants(touched)
  const derived = await deriveRows(log, projection, ids, position, signal, kin)
  const checkpoint = { log: identity, position: Math.max(built.position, position) as Position }
  await store.serve(built.generation, changesOf(derived), checkpoint)
  const rows = new Map([...built.rows, ...derived.rows].map((row) => [row.id, row]))
  return {
    generation: built.generation,
    version: projection.version,
    checkpoint,
    quarantined: afterDerived(byId(built.quarantined), derived),
    view: projection.viewOf([...rows.values()]),
  }
}
