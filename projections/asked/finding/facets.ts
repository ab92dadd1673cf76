import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { regionCodes, type RegionCode } from '#domain/territory/regions.js'
import { holdsOf, type ParticipationFilters, type RowValues, type SingleFacet } from './filters.js'
import { memberStates, type MemberState } from '#domain/membership/member-in-year.js'
import { newsAges, type NewsAge } from './news-age.js'
import type { Participation, RegistryRow } from '#projections/kept/registry/registry-row.js'

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
  /** The latest first. */
  readonly news: readonly FacetValue<NewsAge>[]
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
      news: singles.news.values(newsAgesInOrder),
      ended: singles.ended.values([false, true]),
      administration: singles.administration.values([true, false]),
      ...parts.facets(),
    }),
  }
}

const kindsInOrder = Object.keys(organisationKinds) as OrganisationKind[] // its literal keys
const memberStatesInOrder = Object.keys(memberStates) as MemberState[] // its literal keys
const newsAgesInOrder = Object.keys(newsAges) as NewsAge[] // its literal keys
const singleFacets = ['kind', 'region', 'position', 'member', 'news', 'ended', 'administration'] as const

const singleTallies = (values: RowValues) => ({
  kind: tallyOf(values.kind),
  region: tallyOf(values.region),
  position: tallyOf(values.position),
  member: tallyOf(values.member),
  news: tallyOf(values.news),
  ended: tallyOf(values.ended),
  administration: tallyOf(values.administration),
})

/** Of a row that takes part several times in the same, each value counts once. */
const participationTallies = (asked: ParticipationFilters) => {
  const programmes = tallyOf((value: string) => value)
  const editions = tallyOf((value: string) => value)
  const years = tallyOf((value: number) => value)
  const countYears = ({ years: span }: Participation): void => {
    if (span !== undefined) for (let year = span.from; year <= span.to; year += 1) years.countOnce(year)
  }
  return {
    count: ({ participations }: RegistryRow): void => {
      for (const tally of [programmes, editions, years]) tally.nextRow()
      for (const one of participations) {
        const { ofProgramme, ofEdition, ofYear } = holdsOf(one, asked)
        if (ofEdition && ofYear && one.programme !== undefined) programmes.countOnce(one.programme)
        if (ofProgramme && ofYear && one.edition !== undefined && asked.programme !== undefined)
          editions.countOnce(one.edition)
        if (ofProgramme && ofEdition) countYears(one)
      }
    },
    facets: () => ({
      programme: programmes.values(),
      edition: editions.values(),
      year: years.values().toReversed(),
    }),
  }
}

interface Tally<Item, Value> {
  readonly count: (item: Item) => void
  /** The same value is counted again only after the next row was begun. */
  readonly countOnce: (item: Item) => void
  readonly nextRow: () => void
  /** In a given order, else in that of the values themselves. */
  readonly values: (order?: readonly Value[]) => readonly FacetValue<Value>[]
}

/** Counts by value, each changed in place: tens of thousands of rows are counted at each question. */
const tallyOf = <Item, Value>(valueOf: (item: Item) => Value | undefined): Tally<Item, Value> => {
  const counts = new Map<Value, { count: number; row: number }>()
  let row = 0
  const countIn = (item: Item, once: boolean): void => {
    const value = valueOf(item)
    if (value === undefined) return
    const counted = counts.get(value)
    if (counted === undefined) counts.set(value, { count: 1, row })
    else if (!once || counted.row !== row) {
      counted.count += 1
      counted.row = row
    }
  }
  return {
    count: (item) => countIn(item, false),
    countOnce: (item) => countIn(item, true),
    nextRow: () => void (row += 1),
    values: (order = [...counts.keys()].toSorted((one, other) => (one < other ? -1 : 1))) =>
      order.flatMap((value) => {
        const counted = counts.get(value)
        return counted === undefined ? [] : [{ value, count: counted.count }]
      }),
  }
}
