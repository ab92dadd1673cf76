import { regionLabels } from '#domain/territory/regions.js'
import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { memberStates } from '#domain/membership/member-in-year.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'
import { csvText, type CsvCell, type CsvProfile } from './csv-text.js'
import type { ListedOrganisation } from '#projections/asked/finding/listed-organisation.js'

interface Column {
  readonly open: string
  readonly french: string
  /** Codes for programs, words for people. */
  readonly cell: (organisation: ListedOrganisation, profile: CsvProfile) => CsvCell
}

const columns: readonly Column[] = [
  { open: 'id', french: 'Identifiant', cell: ({ id }) => id },
  { open: 'name', french: 'Nom', cell: ({ name }) => name },
  {
    open: 'former_names',
    french: 'Anciens noms',
    cell: ({ formerNames }) => listOf(formerNames.map(({ name }) => name)),
  },
  { open: 'aliases', french: 'Sigles et autres noms', cell: ({ aliases }) => listOf(aliases) },
  {
    open: 'kind',
    french: 'Type',
    cell: ({ kind }, profile) => (profile === 'open' ? kind : organisationKinds[kind].fr),
  },
  {
    open: 'region',
    french: 'Région',
    cell: ({ region }, profile) =>
      region === undefined ? null : profile === 'open' ? region : regionLabels(region).fr,
  },
  { open: 'siren', french: 'SIREN', cell: ({ siren }) => siren ?? null },
  {
    open: 'insee',
    french: 'Code INSEE',
    cell: ({ insee, formerInsee }) => (insee ?? formerInsee)?.code ?? null,
  },
  {
    open: 'programmes',
    french: 'Programmes',
    cell: ({ programmes }, profile) =>
      listOf(
        programmes.map(({ programme }) => (profile === 'open' ? programme : nameOfProgramme(programme).fr)),
      ),
  },
  {
    open: 'member',
    french: 'Adhésion',
    cell: ({ member }, profile) => (profile === 'open' ? member : memberStates[member].fr),
  },
  {
    open: 'news_earliest',
    french: 'Dernière nouvelle, au plus tôt',
    cell: ({ news }) => dayOrNull(news.happened?.earliest),
  },
  {
    open: 'news_latest',
    french: 'Dernière nouvelle, au plus tard',
    cell: ({ news }) => dayOrNull(news.happened?.latest),
  },
  { open: 'ended', french: 'A pris fin', cell: ({ end }) => end !== undefined },
  {
    open: 'position',
    french: 'Position',
    cell: ({ standing }, profile) =>
      standing === undefined
        ? null
        : profile === 'open'
          ? (standing.position?.code ?? 'none')
          : (standing.position?.labels ?? certaintyWords.none).fr,
  },
  {
    open: 'state',
    french: 'Sûreté',
    cell: ({ standing }, profile) =>
      standing === undefined || standing.state === 'none'
        ? null
        : profile === 'open'
          ? standing.state
          : certaintyWords[standing.state].fr,
  },
  {
    open: 'since',
    french: 'Dans cet état depuis',
    cell: ({ standing }) => (standing?.state === 'none' ? null : dayOrNull(standing?.since)),
  },
  {
    open: 'surely',
    french: 'À coup sûr',
    cell: ({ standing }, profile) =>
      profile === 'open' ? (standing?.surely?.code ?? null) : (standing?.surely?.labels.fr ?? null),
  },
]

/** Organisations as CSV, one a row, in the order in which they come. */
export const organisationsCsv = (organisations: readonly ListedOrganisation[], profile: CsvProfile): string =>
  csvText(
    [
      columns.map((column) => column[profile]),
      ...organisations.map((organisation) => columns.map(({ cell }) => cell(organisation, profile))),
    ],
    profile,
  )

const listOf = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(' | '))

const dayOrNull = (day: Day | undefined): string | null => (day === undefined ? null : isoOfDay(day))
