import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint } from '#domain/ports/event-log.js'
import type { GenerationId, Quarantined, ReadStore } from '#domain/ports/read-store.js'
import type { OrganisationRow, Projection } from '#projections/kept/projection.js'
import { changesOf, type DerivedRows } from './derive-rows.js'

/** The generation that serves, with its view in memory. A value: whoever took it is not disturbed by the next. */
export interface ServingRows<View> {
  readonly generation: GenerationId
  readonly version: number
  readonly checkpoint: Checkpoint
  readonly quarantined: ReadonlyMap<OrganisationId, Quarantined>
  readonly view: View
}

/** What the store holds of a projection, if this code can show it. */
export const loadServingRows = async <Row extends OrganisationRow, View>(
  store: ReadStore,
  projection: Projection<Row, View>,
): Promise<ServingRows<View> | undefined> => {
  const serving = await store.serving(projection.name)
  if (serving === undefined) return undefined
  const { version } = serving
  if (version < projection.readableSince || version > projection.version) return undefined
  const stored = await store.rows(serving.generation)
  const rows = stored.map(({ json }) => JSON.parse(json) as Row) // written from such a row, by `changesOf`
  return { ...serving, quarantined: byId(serving.quarantined), view: projection.viewOf(rows) }
}

/** Commits derived rows with their checkpoint, and shows them. */
export const commitRows = async <Row extends OrganisationRow, View>(
  store: ReadStore,
  projection: Projection<Row, View>,
  serving: ServingRows<View>,
  derived: DerivedRows<Row>,
  checkpoint: Checkpoint,
): Promise<ServingRows<View>> => {
  await store.commit(serving.generation, changesOf(derived), checkpoint)
  return {
    ...serving,
    checkpoint,
    quarantined: afterDerived(serving.quarantined, derived),
    view: projection.withRows(serving.view, derived.rows),
  }
}

type QuarantinedById = ServingRows<unknown>['quarantined']

/** Who has a row again is released. */
export const afterDerived = (
  before: QuarantinedById,
  { rows, quarantined }: DerivedRows<OrganisationRow>,
): QuarantinedById => {
  const after = new Map(before)
  for (const { id } of rows) after.delete(id)
  for (const organisation of quarantined) after.set(organisation.id, organisation)
  return after
}

export const byId = (quarantined: readonly Quarantined[]): QuarantinedById =>
  new Map(quarantined.map((organisation) => [organisation.id, organisation]))
