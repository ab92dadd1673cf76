import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { RegionCode } from '#domain/territory/regions.js'
import { civilOfDay, type Day } from '#domain/time/day.js'
import {
  hasEnded,
  type Participation,
  type RegistryRow,
  memberStateIn,
} from '#projections/kept/registry/registry-row.js'
import type { MemberState } from '#domain/membership/member-in-year.js'
import { newsAgeOn, type NewsAge } from './news-age.js'
import { matchesSearch, searchWords } from '#projections/kept/registry/search-text.js'

/** What is asked for; all of it must hold, and an absent filter lets everything pass. */
export interface RegistryFilters extends ParticipationFilters {
  /** Words or beginnings of words, of names, former names, aliases and ids. */
  readonly q?: string
  /** One of these. */
  readonly kinds?: readonly OrganisationKind[]
  /** `none`: nothing tells where it is. */
  readonly region?: RegionCode | 'none'
  /** As `Circumstances.positionOf` names it. */
  readonly position?: string
  readonly member?: MemberState
  readonly news?: NewsAge
  /** Had ended by today. An end that is announced for later, or may come later, is none yet. */
  readonly ended?: boolean
  readonly administration?: boolean
}

/** These three are asked of one and the same step: who did the Transfo, in which edition, in which year. */
export interface ParticipationFilters {
  readonly programme?: string
  readonly edition?: string
  /** Any day of that year may have been one of it. */
  readonly year?: number
}

/** What filters look at beside the row itself. */
export interface Circumstances {
  /** The civil day in Paris. */
  readonly today: Day
  /** Of an organisation that exists today, the position that is asked about; absent where positions are not asked of. */
  readonly positionOf?: (id: OrganisationId) => string | undefined
  /** Of an organisation whose own code tells none, that of the territory of which it is a part. */
  readonly regionOf: (row: RegistryRow) => RegionCode | undefined
}

/** The filters of which each looks at a value of its own. */
export type SingleFacet = 'kind' | 'region' | 'position' | 'member' | 'news' | 'ended' | 'administration'

/** What a row answers to each of these filters: a facet counts these values. Undefined is counted nowhere. */
export const valuesFor = ({
  today,
  positionOf,
  regionOf,
}: Circumstances): Readonly<{
  kind: (row: RegistryRow) => OrganisationKind
  region: (row: RegistryRow) => RegionCode | 'none'
  position: (row: RegistryRow) => string | undefined
  member: (row: RegistryRow) => MemberState
  news: (row: RegistryRow) => NewsAge
  ended: (row: RegistryRow) => boolean
  administration: (row: RegistryRow) => boolean
}> => ({
  kind: ({ kind }) => kind,
  region: (row) => regionOf(row) ?? 'none',
  position: (row) => (hasEnded(row, today) ? undefined : positionOf?.(row.id)),
  member: (row) => memberStateIn(row, civilOfDay(today).year),
  news: (row) => newsAgeOn(row, today),
  ended: (row) => hasEnded(row, today),
  administration: ({ administration }) => administration,
})
export type RowValues = ReturnType<typeof valuesFor>

export interface RegistryTests {
  readonly matchesQuery: (row: RegistryRow) => boolean
  readonly single: readonly (readonly [SingleFacet, (row: RegistryRow) => boolean])[]
}

/** The filters that were set, each as a test of its own; those of participations are tested together. */
export const testsOf = (filters: RegistryFilters, values: RowValues): RegistryTests => {
  const words = searchWords(filters.q ?? '')
  const { kinds, region, position, member, news, ended, administration } = filters
  const tests: readonly (readonly [SingleFacet, ((row: RegistryRow) => boolean) | undefined])[] = [
    ['kind', kinds && ((row) => kinds.includes(values.kind(row)))],
    ['region', whenAsked(region, values.region)],
    ['position', whenAsked(position, values.position)],
    ['member', whenAsked(member, values.member)],
    ['news', whenAsked(news, values.news)],
    ['ended', whenAsked(ended, values.ended)],
    ['administration', whenAsked(administration, values.administration)],
  ]
  return {
    matchesQuery: ({ searchText }) => matchesSearch(searchText, words),
    single: tests.flatMap(([facet, test]) => (test === undefined ? [] : [[facet, test] as const])),
  }
}

/** The participations that hold all that is asked of one. */
export const participationsIn = (
  { participations }: RegistryRow,
  asked: ParticipationFilters,
): readonly Participation[] =>
  participations.filter((one) => {
    const { ofProgramme, ofEdition, ofYear } = holdsOf(one, asked)
    return ofProgramme && ofEdition && ofYear
  })

/** Which of the three filters a participation holds; one that was not set holds. */
export const holdsOf = (
  one: Participation,
  { programme, edition, year }: ParticipationFilters,
): { readonly ofProgramme: boolean; readonly ofEdition: boolean; readonly ofYear: boolean } => ({
  ofProgramme: programme === undefined || one.programme === programme,
  ofEdition: edition === undefined || one.edition === edition,
  ofYear: year === undefined || (one.years !== undefined && one.years.from <= year && year <= one.years.to),
})

const whenAsked = <Value>(
  asked: Value | undefined,
  valueOf: (row: RegistryRow) => Value | undefined,
): ((row: RegistryRow) => boolean) | undefined =>
  asked === undefined ? undefined : (row) => valueOf(row) === asked
