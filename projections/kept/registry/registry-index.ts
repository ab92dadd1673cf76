import type { JointId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { RowsById, byCodeUnits, inTurn, SortedTree } from '#projections/kept/sorted-tree.js'
import type { RegistryRow, Successor } from './registry-row.js'
import type { KeptModel } from '#projections/kept/kept-model.js'
import { registryRowOf } from './row-of-organisation.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'

/** By name, by kind (in the catalogue's order) and then name, or by what happened last. Never by position: nobody is ranked. */
export const registrySorts = ['name', 'kind', 'news'] as const
export type RegistrySort = (typeof registrySorts)[number]

/** What the orders look at: enough to find again the place of a row that has changed or gone. */
export type Place = Pick<RegistryRow, 'id' | 'name' | 'kind' | 'news'>

export type Order = (one: Place, other: Place) => number

const collator = new Intl.Collator('fr', { numeric: true })
const kindRank: ReadonlyMap<string, number> = new Map(
  Object.keys(organisationKinds).map((kind, rank) => [kind, rank]),
)

interface Named {
  readonly id: string
  readonly name: string
}

/** By code units: what every program sorts alike. */
export const orderOfIds = (one: Pick<Named, 'id'>, other: Pick<Named, 'id'>): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0

/** By name as a French reader expects it, accents and numbers included. */
export const orderByName = (one: Named, other: Named): number =>
  collator.compare(one.name, other.name) || orderOfIds(one, other)

const byName: Order = orderByName

const byKind: Order = (one, other) =>
  (kindRank.get(one.kind) ?? 0) - (kindRank.get(other.kind) ?? 0) || byName(one, other)

/** What surely is recent comes first: the earliest possible day decides, then the latest, then the recording. */
const byNews: Order = (one, other) =>
  compareDescending(one.news.happened?.earliest, other.news.happened?.earliest) ||
  compareDescending(one.news.happened?.latest, other.news.happened?.latest) ||
  compareDescending(one.news.recordedAt, other.news.recordedAt) ||
  orderOfIds(one, other)

const compareDescending = (one = Number.MIN_SAFE_INTEGER, other = Number.MIN_SAFE_INTEGER): number =>
  other - one

/** Total orders: the id decides between equals. */
export const registryOrders: Readonly<Record<RegistrySort, Order>> = {
  name: byName,
  kind: byKind,
  news: byNews,
}

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

/** Who is who, and where each took part: what lists and searches read. */
export const registry: KeptModel<RegistryRow, RegistryIndex> = {
  name: 'registry',
  version: 4,
  readableSince: 4,
  rowOf: registryRowOf,
  viewOf: (rows) => withRows(emptyRegistry, rows),
  withRows,
}
