import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { Day } from '#domain/time/day.js'
import { hasEnded, type FacetName } from './filters.js'
import type { RegistryRow } from './registry-row.js'

export interface FacetValue<Value> {
  readonly value: Value
  readonly count: number
}

/** Beside each value of a filter, how many rows it would leave: counted as if that filter were not set, and the others were. */
export interface RegistryFacets {
  /** In the order of the catalogue; what would leave nothing is left out. */
  readonly kind: readonly FacetValue<OrganisationKind>[]
  /** In the order of their codes. */
  readonly programme: readonly FacetValue<string>[]
  readonly ended: readonly FacetValue<boolean>[]
  readonly administration: readonly FacetValue<boolean>[]
}

export interface FacetCounter {
  readonly count: (facet: FacetName, row: RegistryRow) => void
  readonly facets: () => RegistryFacets
}

/** Counts rows as a scan meets them. */
export const createFacetCounter = (today: Day): FacetCounter => {
  const kinds = new Map<OrganisationKind, number>()
  const programmes = new Map<string, number>()
  const ended = new Map<boolean, number>()
  const administrations = new Map<boolean, number>()
  const counts: Readonly<Record<FacetName, (row: RegistryRow) => void>> = {
    kind: ({ kind }) => increment(kinds, kind),
    programme: ({ programmes: taken }) => taken.forEach(({ programme }) => increment(programmes, programme)),
    ended: (row) => increment(ended, hasEnded(row, today)),
    administration: ({ administration }) => increment(administrations, administration),
  }
  return {
    count: (facet, row) => counts[facet](row),
    facets: () => ({
      kind: valuesOf(kinds, kindsInOrder),
      programme: valuesOf(programmes, [...programmes.keys()].toSorted()),
      ended: valuesOf(ended, [false, true]),
      administration: valuesOf(administrations, [true, false]),
    }),
  }
}

const kindsInOrder = Object.keys(organisationKinds) as OrganisationKind[] // its literal keys

const increment = <Value>(counts: Map<Value, number>, value: Value): void =>
  void counts.set(value, (counts.get(value) ?? 0) + 1)

const valuesOf = <Value>(
  counts: ReadonlyMap<Value, number>,
  order: readonly Value[],
): readonly FacetValue<Value>[] =>
  order.flatMap((value) => {
    const count = counts.get(value)
    return count === undefined ? [] : [{ value, count }]
  })
