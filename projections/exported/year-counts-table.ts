import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { CountsByYear, CountsOverYears } from '#projections/asked/programmes/year-counts.js'
import { csvText, type CsvCell, type CsvProfile } from './csv-text.js'

const headers: Readonly<Record<CsvProfile, readonly string[]>> = {
  open: [
    'programme',
    'name',
    'year',
    'steps_certain',
    'steps_possible',
    'participations_certain',
    'participations_possible',
    'organisations_certain',
    'organisations_possible',
  ],
  french: [
    'Programme',
    'Nom',
    'Année',
    'Étapes, certaines',
    'Étapes, possibles en plus',
    'Participations, certaines',
    'Participations, possibles en plus',
    'Organisations, certaines',
    'Organisations, possibles en plus',
  ],
}

/** The counts as CSV: a row for each programme and year, then those of `catalogue` and of `all` of them together. */
export const yearCountsCsv = (counts: CountsByYear, profile: CsvProfile): string =>
  csvText(
    [
      headers[profile],
      ...counts.programmes.flatMap((one) => rowsOf(one, profile, one.programme)),
      ...rowsOf(counts.catalogue, profile, 'catalogue'),
      ...rowsOf(counts.all, profile, 'all'),
    ],
    profile,
  )

const totals: Readonly<Record<string, Labels>> = {
  catalogue: { fr: 'Programmes du catalogue', en: 'Programmes of the catalogue' },
  all: { fr: 'Tous', en: 'All' },
}

const rowsOf = (
  { years }: CountsOverYears,
  profile: CsvProfile,
  code: string,
): readonly (readonly CsvCell[])[] => {
  const name = (totals[code] ?? nameOfProgramme(code))[profile === 'french' ? 'fr' : 'en']
  return years.map(({ year, steps, participations, organisations }) => [
    code,
    name,
    year,
    steps.certain,
    steps.possible,
    participations.certain,
    participations.possible,
    organisations.certain,
    organisations.possible,
  ])
}
