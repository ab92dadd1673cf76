import { own } from '#domain/kernel/own.js'
import { match } from 'ts-pattern'
import type { Labels } from '#domain/kernel/labels.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import { importTables } from '#src/tasks/importing/use-cases/table/import-tables.js'
import { changeInWords } from './change-in-words.js'
import type { Counts, FieldChange, ImportEntry, ImportReport } from './import-report.js'
import type { ImportWarning } from '#src/tasks/importing/use-cases/plan/import-warning.js'

/**
 * The report as lines for a terminal: what was counted, then every row that is not simply on record, with its column, its
 * value, the code of what is wrong and what to do. Rows that were recorded or unchanged are only counted.
 */
export const reportLines = (report: ImportReport, language: keyof Labels = 'fr'): readonly string[] => [
  ...report.refusedFiles.map(
    ({ name, code, remedy }) =>
      `${name}${colon[language]}${words.refusedFile[language]} [${code}]. ${remedy[language]}`,
  ),
  ...report.files.flatMap(({ name, warnings }) =>
    warnings.map((warning) => `${name}${colon[language]}${detail(warning, 'steps', language)}`),
  ),
  ...countLines(report, language),
  ...report.entries.flatMap((entry) => entryLines(entry, language)),
]

/** French has a space before it. */
const colon: Labels = { fr: ' : ', en: ': ' }

const words = {
  refusedFile: { fr: 'fichier refusé', en: 'file refused' },
  line: { fr: 'ligne', en: 'line' },
  organisations: { fr: 'Organisations', en: 'Organisations' },
  steps: { fr: 'Étapes', en: 'Steps' },
  events: { fr: 'événements', en: 'events' },
  dryRun: { fr: 'À blanc : rien n’est enregistré.', en: 'Dry run: nothing is recorded.' },
  warning: { fr: 'à vérifier', en: 'to check' },
  refused: { fr: 'refusée', en: 'refused' },
  proposed: { fr: 'correction proposée', en: 'correction proposed' },
  corrected: { fr: 'corrigée', en: 'corrected' },
} as const satisfies Record<string, Labels>

const countLines = (report: ImportReport, language: keyof Labels): readonly string[] => {
  const { organisations, steps, events } = report.counts
  return [
    ...(report.dryRun ? [words.dryRun[language]] : []),
    ...(organisations.rows > 0 ? [countLine(words.organisations, organisations, language)] : []),
    ...(steps.rows > 0 ? [countLine(words.steps, steps, language)] : []),
    `${words.events[language]}${colon[language]}${events}`,
  ]
}

const countNames = {
  rows: { one: { fr: 'ligne', en: 'row' }, many: { fr: 'lignes', en: 'rows' } },
  recorded: {
    one: { fr: 'enregistrée', en: 'recorded' },
    many: { fr: 'enregistrées', en: 'recorded' },
  },
  unchanged: {
    one: { fr: 'déjà enregistrée', en: 'already recorded' },
    many: { fr: 'déjà enregistrées', en: 'already recorded' },
  },
  correctionProposed: sameForAll({ fr: 'à corriger', en: 'to correct' }),
  corrected: { one: { fr: 'corrigée', en: 'corrected' }, many: { fr: 'corrigées', en: 'corrected' } },
  refused: { one: { fr: 'refusée', en: 'refused' }, many: { fr: 'refusées', en: 'refused' } },
  faulty: sameForAll({ fr: 'à revoir', en: 'with faults' }),
} as const satisfies Record<keyof Counts, { readonly one: Labels; readonly many: Labels }>

function sameForAll(labels: Labels): { readonly one: Labels; readonly many: Labels } {
  return { one: labels, many: labels }
}

const counted = (name: keyof Counts, count: number, language: keyof Labels): string =>
  `${count} ${countNames[name][count > 1 ? 'many' : 'one'][language]}`

const countLine = (name: Labels, counts: Counts, language: keyof Labels): string => {
  const told = (Object.keys(countNames) as (keyof typeof countNames)[]) // its literal keys
    .filter((count) => count !== 'rows' && counts[count] > 0)
    .map((count) => counted(count, counts[count], language))
  return `${name[language]}${colon[language]}${counted('rows', counts.rows, language)}${told.length === 0 ? '' : ` — ${told.join(', ')}`}`
}

const entryLines = (entry: ImportEntry, language: keyof Labels): readonly string[] => {
  const where = `${entry.file}, ${words.line[language]} ${entry.line}${entry.subject === '' ? '' : ` (${entry.subject})`}`
  return match(entry)
    .with({ type: 'recorded' }, { type: 'unchanged' }, () => [])
    .with({ type: 'faulty' }, ({ faults, table }) =>
      faults.map((fault) => `${where}, ${detail(fault, table, language)}`),
    )
    .with({ type: 'warning' }, ({ warning, table }) => [
      `${where}, ${words.warning[language]}${colon[language]}${detail(warning, table, language)}`,
    ])
    .with({ type: 'refused' }, ({ code, remedy, organisation }) => [
      `${where}, ${words.refused[language]}${code === 'organisation-unknown' && organisation !== undefined ? ` ${quoted(organisation, language)}` : ''} [${code}]. ${remedy[language]}`,
    ])
    .with({ type: 'correction-proposed' }, ({ changes, table }) => [
      `${where}, ${words.proposed[language]}${colon[language]}${changesInWords(changes, table, language)}`,
    ])
    .with({ type: 'corrected' }, ({ changes, table }) => [
      `${where}, ${words.corrected[language]}${colon[language]}${changesInWords(changes, table, language)}`,
    ])
    .exhaustive()
}

/** «colonne « Début » : « 31/02/2012 » [date-not-understood]. Ce mois n’a pas ce jour…» */
const detail = (
  { column, code, value, remedy }: CellFault | ImportWarning,
  table: ImportEntry['table'],
  language: keyof Labels,
): string => {
  const named = column === undefined ? '' : columnInWords(column, table, language)
  const shown = value === undefined ? '' : quoted(value, language)
  const cell = named === '' || shown === '' ? named + shown : `${named}${colon[language]}${shown}`
  return `${cell} [${code}]. ${remedy[language]}`.trim()
}

const columnInWords = (column: string, table: ImportEntry['table'], language: keyof Labels): string => {
  const columns: Readonly<Record<string, { readonly header: Labels } | undefined>> = importTables[table]
  const header = own(columns, column)?.header[language] ?? column
  return language === 'fr' ? `colonne ${quoted(header, language)}` : `column ${quoted(header, language)}`
}

const quoted = (text: string, language: keyof Labels): string =>
  language === 'fr' ? `« ${text} »` : `“${text}”`

const changesInWords = (
  changes: readonly FieldChange[],
  table: ImportEntry['table'],
  language: keyof Labels,
): string =>
  changes
    .map((change) => changeInWords(table, change))
    .map(
      ({ column, before, after }) =>
        `${column[language]} ${quoted(before[language], language)} → ${quoted(after[language], language)}`,
    )
    .join(' ; ')
