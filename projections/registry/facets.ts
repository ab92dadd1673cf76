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
  readonly count: (facet: FacetName | 'all', row: RegistryRow) => void
  readonly facets: () => RegistryFacets
}

/** Counts rows as a scan meets them. */
export const createFacetCounter = (today: Day): FacetCounter => {
  const kinds: Tally<OrganisationKind> = new Map()
  const programmes: Tally<string> = new Map()
  const ended: Tally<boolean> = new Map()
  const administrations: Tally<boolean> = new Map()
  const counts: Readonly<Record<FacetName | 'all', (row: RegistryRow) => void>> = {
    kind: ({ kind }) => increment(kinds, kind),
    programme: ({ programmes: taken }) => {
      for (const { programme } of taken) increment(programmes, programme)
    },
    ended: (row) => increment(ended, hasEnded(row, today)),
    administration: ({ administration }) => increment(administrations, administration),
    all: (row) => {
      counts.kind(row)
      counts.programme(row)
      counts.ended(row)
      counts.administration(row)
    },
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

/** Counts by value, each changed in place: tens of thousands of rows are counted at each question. */
type Tally<Value> = Map<Value, { count: number }>

const increment = <Value>(tally: Tally<Value>, value: Value): void => {
  const counted = tally.get(value)
  if (counted === undefined) tally.set(value, { count: 1 })
  else counted.count += 1
}

const valuesOf = <Value>(tally: Tally<Value>, order: readonly Value[]): readonly FacetValue<Value>[] =>
  order.flatMap((value) => {
    const counted = tally.get(value)
    return counted === undefined ? [] : [{ value, count: counted.count }]
  })
