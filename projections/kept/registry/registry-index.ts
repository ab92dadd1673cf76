import type { JointId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { RowsById } from '../rows-by-id.js'
import { byCodeUnits, inTurn, SortedTree } from '../sorted-tree.js'
import { registryOrders, type RegistrySort } from './registry-order.js'
import type { RegistryRow, Successor } from './registry-row.js'

/**
 * All rows in memory, sorted in each order in which they can be asked for. Held here rather than asked of SQL, so that
 * the rules of search, collation and facets are written once, in the language of the core: SQLite has neither French
 * collation nor our folding of accents. A value: with each change comes a new one, and whoever reads an older one is
 * not disturbed; they share all but the rows that changed.
 */
export interface RegistryIndex {
  readonly byId: RowsById<RegistryRow>
  readonly sorted: Readonly<Record<RegistrySort, SortedRows>>
  /** By successor, whether that is registered or not. */
  readonly predecessors: SortedTree<OrganisationId, readonly Predecessor[]>
  readonly byStep: SortedTree<HeldBy<StepId>, OrganisationId>
  readonly byJoint: SortedTree<HeldBy<JointId>, OrganisationId>
}

type SortedRows = SortedTree<RegistryRow, RegistryRow>

/** Something that several organisations may have a part in, with one of them. */
type HeldBy<Id extends string> = readonly [Id, OrganisationId]

/** An organisation that tells of this one that it came after it. */
export type Predecessor = Successor

export const emptyRegistry: RegistryIndex = {
  byId: RowsById.of<RegistryRow>([]),
  sorted: {
    name: SortedTree.empty<RegistryRow, RegistryRow>(registryOrders.name),
    kind: SortedTree.empty<RegistryRow, RegistryRow>(registryOrders.kind),
    news: SortedTree.empty<RegistryRow, RegistryRow>(registryOrders.news),
  },
  predecessors: SortedTree.empty<OrganisationId, readonly Predecessor[]>(byCodeUnits),
  byStep: SortedTree.empty<HeldBy<StepId>, OrganisationId>(inTurn),
  byJoint: SortedTree.empty<HeldBy<JointId>, OrganisationId>(inTurn),
}

/** The index with rows added, or put in the place of those of the same organisations. */
export const withRows = (index: RegistryIndex, rows: readonly RegistryRow[]): RegistryIndex => {
  const inserted = [...new Map(rows.map((row) => [row.id, row])).values()]
  const removed = inserted.flatMap(({ id }) => registered(index, id) ?? [])
  const sorted = (sort: RegistrySort): SortedRows =>
    index.sorted[sort].changed(
      removed,
      inserted.map((row) => [row, row] as const),
    )
  const held = <Id extends string>(
    holders: SortedTree<HeldBy<Id>, OrganisationId>,
    idsOf: (row: RegistryRow) => readonly Id[],
  ) =>
    holders.changed(
      removed.flatMap((row) => idsOf(row).map((id) => [id, row.id] as const)),
      inserted.flatMap((row) => idsOf(row).map((id) => [[id, row.id], row.id] as const)),
    )
  return {
    byId: index.byId.with(inserted),
    sorted: { name: sorted('name'), kind: sorted('kind'), news: sorted('news') },
    predecessors: withSuccessions(index.predecessors, removed, inserted),
    byStep: held(index.byStep, ({ steps }) => steps),
    byJoint: held(index.byJoint, ({ joints }) => joints),
  }
}

/** The row of one organisation. */
export const registered = (index: RegistryIndex, id: OrganisationId): RegistryRow | undefined =>
  index.byId.get(id)

/** Who names this organisation as a successor, whether it is registered itself or not; in the order of their ids. */
export const predecessorsOf = (index: RegistryIndex, id: OrganisationId): readonly Predecessor[] =>
  index.predecessors.get(id) ?? []

/**
 * The organisations in whose streams something is told of a step, in the order of their ids: one, or a predecessor and
 * its successor.
 */
export const holdersOfStep = ({ byStep }: RegistryIndex, step: StepId): readonly OrganisationId[] =>
  holdersOf(byStep, step)

/** The organisations that took a part in a group of steps, in the order of their ids. */
export const holdersOfJoint = ({ byJoint }: RegistryIndex, joint: JointId): readonly OrganisationId[] =>
  holdersOf(byJoint, joint)

const holdersOf = <Id extends string>(
  holders: SortedTree<HeldBy<Id>, OrganisationId>,
  id: Id,
): readonly OrganisationId[] => [...holders.while([id, firstOfAll], ([held]) => held === id)]

/** Comes before every id. */
const firstOfAll = '' as OrganisationId

/** What rows that go or come tell of successions, taken from and added to those whom they name. */
const withSuccessions = (
  predecessors: RegistryIndex['predecessors'],
  removed: readonly RegistryRow[],
  inserted: readonly RegistryRow[],
): RegistryIndex['predecessors'] => {
  const named = new Set<OrganisationId>()
  for (const { successors } of [...removed, ...inserted])
    for (const { organisation } of successors) named.add(organisation)
  if (named.size === 0) return predecessors
  const replaced = new Set(inserted.map(({ id }) => id))
  const told = [...named].map((successor) => {
    const others = (predecessors.get(successor) ?? []).filter(
      ({ organisation }) => !replaced.has(organisation),
    )
    const now = inserted.flatMap(({ id, successors }) =>
      successors
        .filter(({ organisation }) => organisation === successor)
        .map((succession): Predecessor => ({ ...succession, organisation: id })),
    )
    const all = [...others, ...now].toSorted((one, other) =>
      byCodeUnits(one.organisation, other.organisation),
    )
    return [successor, all] as const
  })
  return predecessors.changed(
    told.flatMap(([successor, all]) => (all.length === 0 ? [successor] : [])),
    told.filter(([, all]) => all.length > 0),
  )
}
