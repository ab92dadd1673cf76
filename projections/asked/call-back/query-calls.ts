import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { regionCodes, type RegionCode } from '#domain/territory/regions.js'
import { callReasons, type CallOrder, type CallReason } from './call-backs-view.js'
import { comparePlaces, cursorAfterCall, placeOfCall, placeOfCallCursor } from './call-cursor.js'
import type { Call } from './calls-due.js'

/** Which calls are asked for; all that is stated must hold. */
export interface CallFilters {
  readonly reason?: CallReason
  readonly kind?: OrganisationKind
  /** The programme of the step; where the call is about a position, one in which the organisation took part. */
  readonly programme?: string
  /** `none`: nothing tells where it is. */
  readonly region?: RegionCode | 'none'
}

export interface CallQuery extends CallFilters {
  /** Default: by day. */
  readonly order?: CallOrder
  /** The `next` of the page before. */
  readonly cursor?: string
  /** Calls a page, at least 1. */
  readonly limit: number
}

export interface FacetValue {
  readonly value: string
  readonly count: number
}

export type CallFacets = Readonly<Record<keyof CallFilters, readonly FacetValue[]>>

/** `bad-cursor`: it was not made here, or for another order. */
export type CallPage =
  | {
      readonly outcome: 'page'
      readonly calls: readonly Call[]
      /** Calls that the filters leave, on all pages. */
      readonly total: number
      /** Beside each value of each filter, how many calls it would leave, the other filters set. */
      readonly facets: CallFacets
      /** Absent on the last page. */
      readonly next?: string
    }
  | { readonly outcome: 'bad-cursor' }

/** A page of calls in the asked order, with the counts beside each filter. */
export const queryCalls = (all: readonly Call[], query: CallQuery): CallPage => {
  const { order = 'day', cursor, limit } = query
  const after = cursor === undefined ? undefined : placeOfCallCursor(cursor, order)
  if (cursor !== undefined && after === undefined) return { outcome: 'bad-cursor' }
  const compare = comparePlaces(order)
  const kept = all.filter((call) => filterNames.every((name) => passes(call, name, query)))
  const ahead = kept
    .map((call) => ({ call, place: placeOfCall(call) }))
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .toSorted((one, other) => compare(one.place, other.place))
  const page = ahead.slice(0, limit).map(({ call }) => call)
  const last = page.at(-1)
  return {
    outcome: 'page',
    calls: page,
    total: kept.length,
    facets: facetsOf(all, query),
    ...(last === undefined || ahead.length <= limit ? {} : { next: cursorAfterCall(order, last) }),
  }
}

type FilterName = keyof CallFilters
const filterNames = ['reason', 'kind', 'programme', 'region'] as const satisfies readonly FilterName[]

const values: Readonly<Record<FilterName, (call: Call) => readonly string[]>> = {
  reason: ({ reason }) => [reason],
  kind: ({ organisation }) => [organisation.kind],
  programme: (call) =>
    'step' in call
      ? [call.step.programme ?? []].flat()
      : call.organisation.programmes.map(({ programme }) => programme),
  region: ({ region = 'none' }) => [region],
}

const passes = (call: Call, name: FilterName, filters: CallFilters): boolean => {
  const asked = filters[name]
  return asked === undefined || values[name](call).includes(asked)
}

const facetsOf = (all: readonly Call[], filters: CallFilters): CallFacets => {
  const count = (name: FilterName): readonly FacetValue[] => {
    const counts = new Map<string, number>()
    for (const call of all) {
      if (!filterNames.every((other) => other === name || passes(call, other, filters))) continue
      for (const value of values[name](call)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts].map(([value, n]) => ({ value, count: n })).toSorted(inOrderOf(name))
  }
  return {
    reason: count('reason'),
    kind: count('kind'),
    programme: count('programme'),
    region: count('region'),
  }
}

const reasonsInOrder = Object.keys(callReasons)
const regionsInOrder: readonly string[] = [...regionCodes, 'none']

const inOrderOf =
  (name: FilterName) =>
  (one: FacetValue, other: FacetValue): number => {
    const order = name === 'reason' ? reasonsInOrder : name === 'region' ? regionsInOrder : undefined
    return order === undefined
      ? one.value.localeCompare(other.value, 'fr')
      : order.indexOf(one.value) - order.indexOf(other.value)
  }
