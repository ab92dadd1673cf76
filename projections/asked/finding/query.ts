import { present } from '#domain/kernel/present.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { RegionCode } from '#domain/territory/regions.js'
import { cursorAfter, placeOfCursor } from './cursor.js'
import { createFacetCounter, type RegistryFacets } from './facets.js'
import {
  participationsIn,
  testsOf,
  valuesFor,
  type Circumstances,
  type ParticipationFilters,
  type RegistryFilters,
  type RegistryTests,
  type SingleFacet,
} from './filters.js'
import {
  predecessorsOf,
  registered,
  type Predecessor,
  type RegistryIndex,
  registryOrders,
  type Order,
  type Place,
  type RegistrySort,
} from '#projections/kept/registry/registry-index.js'
import type { RegistryRow } from '#projections/kept/registry/registry-row.js'

export interface RegistryQuery extends RegistryFilters, Omit<Circumstances, 'regionOf'> {
  /** Default: by name. */
  readonly sort?: RegistrySort
  /** The `next` of the page before. */
  readonly cursor?: string
  /** Rows a page, at least 1. */
  readonly limit: number
}

/** `bad-cursor`: it was not made here, or for another sort. */
export type RegistryAnswer =
  | {
      readonly outcome: 'page'
      readonly organisations: readonly RegistryEntry[]
      /** Rows that the filters leave, on all pages. */
      readonly total: number
      readonly facets: RegistryFacets
      /** Absent on the last page. */
      readonly next?: string
    }
  | { readonly outcome: 'bad-cursor' }

/** An organisation as the registry shows it. */
export interface RegistryEntry extends RegistryRow {
  readonly predecessors: readonly Predecessor[]
  /** Its own, or that of the territory of which it is a part. */
  readonly region?: RegionCode
}

/** A page of the registry in the asked order, with the count beside each value of each filter. */
export const queryRegistry = (index: RegistryIndex, query: RegistryQuery): RegistryAnswer => {
  const { sort = 'name', cursor, limit } = query
  const after = cursor === undefined ? undefined : placeOfCursor(cursor, sort)
  if (cursor !== undefined && after === undefined) return { outcome: 'bad-cursor' }
  const { rows, facets } = scan(index.sorted[sort].values(), query, {
    ...query,
    regionOf: (row) => regionIn(index, row),
  })
  const order = registryOrders[sort]
  const begin = after === undefined ? 0 : placeBehind(rows, after, order)
  const page = rows.slice(begin, begin + limit)
  const last = page.at(-1)
  return {
    outcome: 'page',
    organisations: page.map((row) => entryOf(index, row)),
    total: rows.length,
    facets,
    ...(last === undefined || begin + limit >= rows.length ? {} : { next: cursorAfter(sort, last) }),
  }
}

/** One organisation as the registry shows it; undefined when it is not registered. */
export const entryOfOrganisation = (index: RegistryIndex, id: OrganisationId): RegistryEntry | undefined => {
  const row = registered(index, id)
  return row && entryOf(index, row)
}

const entryOf = (index: RegistryIndex, row: RegistryRow): RegistryEntry => ({
  ...row,
  ...present({ region: regionIn(index, row) }),
  predecessors: predecessorsOf(index, row.id),
})

/** A part of a part of a territory lies in it too; who is told to be a part of itself lies nowhere. */
export const regionIn = (index: RegistryIndex, row: RegistryRow, depth = 3): RegionCode | undefined => {
  if (row.region !== undefined || row.parent === undefined || depth === 0) return row.region
  const parent = registered(index, row.parent)
  return parent && regionIn(index, parent, depth - 1)
}

/** One scan gives the rows and all facets: a row that only one filter refuses counts for that filter's facet alone. */
const scan = (
  all: Iterable<RegistryRow>,
  filters: RegistryFilters,
  circumstances: Circumstances,
): { readonly rows: readonly RegistryRow[]; readonly facets: RegistryFacets } => {
  const values = valuesFor(circumstances)
  const { matchesQuery, single } = testsOf(filters, values)
  const { programme, edition, year } = filters
  const asked = present({ programme, edition, year })
  const counter = createFacetCounter(values, asked)
  const rows: RegistryRow[] = []
  for (const row of all) {
    if (!matchesQuery(row)) continue
    const refusing = onlyRefusing(single, row)
    if (refusing === 'several') continue
    if (refusing === 'none') counter.countParticipations(row)
    if (!takesPart(row, asked)) continue
    if (refusing === 'none') rows.push(row)
    counter.countSingle(refusing === 'none' ? 'all' : refusing, row)
  }
  return { rows, facets: counter.facets() }
}

const takesPart = (row: RegistryRow, asked: ParticipationFilters): boolean =>
  Object.keys(asked).length === 0 || participationsIn(row, asked).length > 0

const onlyRefusing = (tests: RegistryTests['single'], row: RegistryRow): SingleFacet | 'none' | 'several' => {
  let refusing: SingleFacet | 'none' = 'none'
  for (const [facet, test] of tests) {
    if (test(row)) continue
    if (refusing !== 'none') return 'several'
    refusing = facet
  }
  return refusing
}

const placeBehind = (rows: readonly RegistryRow[], after: Place, order: Order): number => {
  const place = placeAmong(rows, after, order)
  const row = rows[place]
  return row !== undefined && order(row, after) === 0 ? place + 1 : place
}

/** The index of the first row that does not come before `after`. */
const placeAmong = (rows: readonly RegistryRow[], after: Place, order: Order): number => {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && order(row, after) < 0) low = middle + 1
    else high = middle
  }
  return low
}
