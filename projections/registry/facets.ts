import { present } from '#domain/absence/present.js'
import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { regionCodes, type RegionCode } from '#domain/territory/regions.js'
import { participationsIn, type ParticipationFilters, type RowValues, type SingleFacet } from './filters.js'
import { memberStates, type MemberState } from './membership.js'
import type { Participation, RegistryRow } from './registry-row.js'

export interface FacetValue<Value> {
  readonly value: Value
  readonly count: number
}

/**
 * Beside each value of a filter, how many rows it would leave: counted as if that filter were not set, and the others
 * were. What would leave nothing is left out.
 */
export interface RegistryFacets {
  /** In the order of the catalogue. */
  readonly kind: readonly FacetValue<OrganisationKind>[]
  /** By name; `none` comes last. */
  readonly region: readonly FacetValue<RegionCode | 'none'>[]
  /** In the order of their codes. */
  readonly programme: readonly FacetValue<string>[]
  /** In the order of their names; empty while no programme is chosen. */
  readonly edition: readonly FacetValue<string>[]
  /** The last one first. */
  readonly year: readonly FacetValue<number>[]
  /** In the order of their codes: who shows them knows the model's own. */
  readonly position: readonly FacetValue<string>[]
  readonly member: readonly FacetValue<MemberState>[]
  readonly ended: readonly FacetValue<boolean>[]
  readonly administration: readonly FacetValue<boolean>[]
}

export interface FacetCounter {
  /** A row that only this filter refuses counts for it alone. */
  readonly countSingle: (facet: SingleFacet | 'all', row: RegistryRow) => void
  /** A row that every other filter lets pass. */
  readonly countParticipations: (row: RegistryRow) => void
  readonly facets: () => RegistryFacets
}

/** Counts rows as a scan meets them. */
export const createFacetCounter = (values: RowValues, asked: ParticipationFilters): FacetCounter => {
  const singles = singleTallies(values)
  const parts = participationTallies(asked)
  return {
    countSingle: (facet, row) => {
      for (const one of facet === 'all' ? singleFacets : [facet]) singles[one].count(row)
    },
    countParticipations: parts.count,
    facets: () => ({
      kind: singles.kind.values(kindsInOrder),
      region: singles.region.values([...regionCodes, 'none']),
      position: singles.position.values(),
      member: singles.member.values(memberStatesInOrder),
      ended: singles.ended.values([false, true]),
      administration: singles.administration.values([true, false]),
      ...parts.facets(),
    }),
  }
}

const kindsInOrder = Object.keys(organisationKinds) as OrganisationKind[] // its literal keys
const memberStatesInOrder = Object.keys(memberStates) as MemberState[] // its literal keys
const singleFacets = ['kind', 'region', 'position', 'member', 'ended', 'administration'] as const

const singleTallies = (values: RowValues) => ({
  kind: tallyOf(values.kind),
  region: tallyOf(values.region),
  position: tallyOf(values.position),
  member: tallyOf(values.member),
  ended: tallyOf(values.ended),
  administration: tallyOf(values.administration),
})

/** Of a row that takes part several times in the same, each value counts once. */
const participationTallies = (asked: ParticipationFilters) => {
  const { programme, edition, year } = asked
  const programmes = tallyOf((value: string) => value)
  const editions = tallyOf((value: string) => value)
  const years = tallyOf((value: number) => value)
  return {
    count: (row: RegistryRow): void => {
      const ofEdition = participationsIn(row, present({ edition, year }))
      for (const one of distinct(ofEdition, (part) => [part.programme])) programmes.count(one)
      if (programme !== undefined) {
        const ofProgramme = participationsIn(row, present({ programme, year }))
        for (const one of distinct(ofProgramme, (part) => [part.edition])) editions.count(one)
      }
      const inAnyYear = participationsIn(row, present({ programme, edition }))
      for (const one of distinct(inAnyYear, yearsOf)) years.count(one)
    },
    facets: () => ({
      programme: programmes.values(),
      edition: editions.values(),
      year: years.values().toReversed(),
    }),
  }
}

const yearsOf = ({ years }: Participation): readonly number[] =>
  years === undefined
    ? []
    : Array.from({ length: years.to - years.from + 1 }, (_, place) => years.from + place)

const distinct = <Value>(
  parts: readonly Participation[],
  valuesOf: (part: Participation) => readonly (Value | undefined)[],
): readonly Value[] => [
  ...new Set(parts.flatMap((part) => valuesOf(part).filter((value) => value !== undefined))),
]

interface Tally<Item, Value> {
  readonly count: (item: Item) => void
  /** In a given order, else in that of the values themselves. */
  readonly values: (order?: readonly Value[]) => readonly FacetValue<Value>[]
}

/** Counts by value, each changed in place: tens of thousands of rows are counted at each question. */
const tallyOf = <Item, Value>(valueOf: (item: Item) => Value | undefined): Tally<Item, Value> => {
  const counts = new Map<Value, { count: number }>()
  return {
    count: (item) => {
      const value = valueOf(item)
      if (value === undefined) return
      const counted = counts.get(value)
      if (counted === undefined) counts.set(value, { count: 1 })
      else counted.count += 1
    },
    values: (order = [...counts.keys()].toSorted((one, other) => (one < other ? -1 : 1))) =>
      order.flatMap((value) => {
        const counted = counts.get(value)
        return counted === undefined ? [] : [{ value, count: counted.count }]
      }),
  }
}
