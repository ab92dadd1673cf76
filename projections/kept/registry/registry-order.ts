import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import type { RegistryRow } from './registry-row.js'

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
