import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Day } from '#domain/time/day.js'
import { cursorAfter, placeOfCursor } from './cursor.js'
import { createFacetCounter, type RegistryFacets } from './facets.js'
import { testsOf, type FacetName, type RegistryFilters, type RegistryTests } from './filters.js'
import { predecessorsOf, registered, type Predecessor, type RegistryIndex } from './registry-index.js'
import { registryOrders, type Order, type Place, type RegistrySort } from './registry-order.js'
import type { RegistryRow } from './registry-row.js'
import { placeAmong } from './sorted-rows.js'

export interface RegistryQuery extends RegistryFilters {
  /** Default: by name. */
  readonly sort?: RegistrySort
  /** The `next` of the page before. */
  readonly cursor?: string
  /** Rows a page, at least 1. */
  readonly limit: number
  /** The civil day in Paris. */
  readonly today: Day
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
}

/** A page of the registry in the asked order, with the count beside each value of each filter. */
export const queryRegistry = (index: RegistryIndex, query: RegistryQuery): RegistryAnswer => {
  const { sort = 'name', cursor, limit, today } = query
  const after = cursor === undefined ? undefined : placeOfCursor(cursor, sort)
  if (cursor !== undefined && after === undefined) return { outcome: 'bad-cursor' }
  const { rows, facets } = scan(index.sorted[sort], testsOf(query, today), today)
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
  predecessors: predecessorsOf(index, row.id),
})

/** One scan gives the rows and all facets: a row that only one filter refuses counts for that filter's facet alone. */
const scan = (
  all: readonly RegistryRow[],
  { matchesQuery, facets: tests }: RegistryTests,
  today: Day,
): { readonly rows: readonly RegistryRow[]; readonly facets: RegistryFacets } => {
  const rows: RegistryRow[] = []
  const counter = createFacetCounter(today)
  for (const row of all) {
    if (!matchesQuery(row)) continue
    const refusing = onlyRefusing(tests, row)
    if (refusing === 'none') rows.push(row)
    if (refusing !== 'several') counter.count(refusing === 'none' ? 'all' : refusing, row)
  }
  return { rows, facets: counter.facets() }
}

const onlyRefusing = (tests: RegistryTests['facets'], row: RegistryRow): FacetName | 'none' | 'several' => {
  let refusing: FacetName | 'none' = 'none'
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
