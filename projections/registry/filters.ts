import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { Day } from '#domain/time/day.js'
import type { RegistryRow } from './registry-row.js'
import { matchesSearch, searchWords } from './search-text.js'

/** What is asked for; all of it must hold, and an absent filter lets everything pass. */
export interface RegistryFilters {
  /** Words or beginnings of words, of names, former names, aliases and ids. */
  readonly q?: string
  /** One of these. */
  readonly kinds?: readonly OrganisationKind[]
  /** Took part in it. */
  readonly programme?: string
  /** Had ended by today. An end that is announced for later, or may come later, is none yet. */
  readonly ended?: boolean
  readonly administration?: boolean
}

/** The filters that have facets. */
export type FacetName = 'kind' | 'programme' | 'ended' | 'administration'

export interface RegistryTests {
  readonly matchesQuery: (row: RegistryRow) => boolean
  readonly facets: readonly (readonly [FacetName, (row: RegistryRow) => boolean])[]
}

/** The filters that were set, each as a test of its own; `today` is the civil day in Paris. */
export const testsOf = (filters: RegistryFilters, today: Day): RegistryTests => {
  const words = searchWords(filters.q ?? '')
  const { kinds, programme, ended, administration } = filters
  const tests: readonly (readonly [FacetName, ((row: RegistryRow) => boolean) | undefined])[] = [
    ['kind', kinds && ((row) => kinds.includes(row.kind))],
    ['programme', programme === undefined ? undefined : (row) => takesPart(row, programme)],
    ['ended', ended === undefined ? undefined : (row) => hasEnded(row, today) === ended],
    [
      'administration',
      administration === undefined ? undefined : (row) => row.administration === administration,
    ],
  ]
  return {
    matchesQuery: ({ searchText }) => matchesSearch(searchText, words),
    facets: tests.flatMap(([facet, test]) => (test === undefined ? [] : [[facet, test] as const])),
  }
}

/** Whether an organisation surely no longer exists on a day; one whose end was told without a date does not either. */
export const hasEnded = ({ end }: RegistryRow, today: Day): boolean =>
  end !== undefined && (end.gone === undefined || end.gone.latest <= today)

const takesPart = ({ programmes }: RegistryRow, programme: string): boolean =>
  programmes.some((taken) => taken.programme === programme)
