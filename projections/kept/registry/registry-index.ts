import type { JointId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { orderOfIds, registryOrders, type RegistrySort } from './registry-order.js'
import type { RegistryRow, Successor } from './registry-row.js'
import { replacedRows, placeAmong } from './sorted-rows.js'

/**
 * All rows in memory, sorted in each order in which they can be asked for. Held here rather than asked of SQL, so that
 * the rules of search, collation and facets are written once, in the language of the core: SQLite has neither French
 * collation nor our folding of accents. A value: with each change comes a new one, and whoever reads an older one is
 * not disturbed.
 */
export interface RegistryIndex {
  readonly byId: readonly RegistryRow[]
  readonly sorted: Readonly<Record<RegistrySort, readonly RegistryRow[]>>
  readonly predecessors: ReadonlyMap<OrganisationId, readonly Predecessor[]>
}

/** An organisation that tells of this one that it came after it. */
export type Predecessor = Successor

export const emptyRegistry: RegistryIndex = {
  byId: [],
  sorted: { name: [], kind: [], news: [] },
  predecessors: new Map(),
}

/** The index with rows added, or put in the place of those of the same organisations. */
export const withRows = (index: RegistryIndex, rows: readonly RegistryRow[]): RegistryIndex => {
  const inserted = [...new Map(rows.map((row) => [row.id, row])).values()]
  const removed = inserted.flatMap(({ id }) => registered(index, id) ?? [])
  const sorted = (sort: RegistrySort): readonly RegistryRow[] =>
    replacedRows(index.sorted[sort], removed, inserted, registryOrders[sort])
  const byId = replacedRows(index.byId, removed, inserted, orderOfIds)
  const tellsOfSuccession = [...removed, ...inserted].some(({ successors }) => successors.length > 0)
  return {
    byId,
    sorted: { name: sorted('name'), kind: sorted('kind'), news: sorted('news') },
    predecessors: tellsOfSuccession ? predecessorsAmong(byId) : index.predecessors,
  }
}

/** The row of one organisation. */
export const registered = (index: RegistryIndex, id: OrganisationId): RegistryRow | undefined => {
  const row = index.byId[placeAmong(index.byId, { id }, orderOfIds)]
  return row?.id === id ? row : undefined
}

/** Who names this organisation as a successor, whether it is registered itself or not. */
export const predecessorsOf = (index: RegistryIndex, id: OrganisationId): readonly Predecessor[] =>
  index.predecessors.get(id) ?? []

/**
 * The organisations in whose streams something is told of a step, in the order of their ids: one, or a predecessor and
 * its successor. A scan, as every search of the registry is one: an index by step would have to be copied with each change.
 */
export const holdersOfStep = ({ byId }: RegistryIndex, step: StepId): readonly OrganisationId[] =>
  byId.filter(({ steps }) => steps.includes(step)).map(({ id }) => id)

/** The organisations that took a part in a group of steps, in the order of their ids. */
export const holdersOfJoint = ({ byId }: RegistryIndex, joint: JointId): readonly OrganisationId[] =>
  byId.filter(({ joints }) => joints.includes(joint)).map(({ id }) => id)

const predecessorsAmong = (rows: readonly RegistryRow[]): RegistryIndex['predecessors'] => {
  const predecessors = new Map<OrganisationId, Predecessor[]>()
  for (const { id, successors } of rows) {
    for (const { organisation, ...succession } of successors) {
      const told = predecessors.get(organisation) ?? []
      predecessors.set(organisation, [...told, { organisation: id, ...succession }])
    }
  }
  return predecessors
}
