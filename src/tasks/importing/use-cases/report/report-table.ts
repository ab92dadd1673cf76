import { match } from 'ts-pattern'
import type { Labels } from '#domain/kernel/labels.js'
import { csvText, type CsvProfile } from '#projections/exported/csv-text.js'
import { importTables } from '#src/tasks/importing/use-cases/table/import-tables.js'
import { changeInWords } from './change-in-words.js'
import type { FieldChange, ImportEntry, ImportReport, RowEntry } from './import-report.js'

/** One line of a report as a table: a row has as many as there is to say of it, and at least one. */
export interface ReportLine {
  readonly file: string
  /** Counts from 1, the header’s included; null for what concerns the whole file. */
  readonly line: number | null
  readonly subject: string
  readonly organisation: string | null
  readonly outcome: LineOutcome
  /** Null where it is not about one cell. */
  readonly column: Labels | null
  readonly code: string | null
  readonly value: Labels | null
  readonly remedy: Labels | null
}

export type LineOutcome = RowEntry['type'] | 'warning' | 'file-refused'

const outcomeWords: Readonly<Record<LineOutcome, { readonly dryRun: Labels; readonly done: Labels }>> = {
  recorded: {
    dryRun: { fr: 'à enregistrer', en: 'to be recorded' },
    done: { fr: 'enregistrée', en: 'recorded' },
  },
  unchanged: same({ fr: 'déjà enregistrée', en: 'already recorded' }),
  'correction-proposed': same({ fr: 'diffère de ce qui est enregistré', en: 'differs from the record' }),
  corrected: {
    dryRun: { fr: 'à corriger dans le journal', en: 'to be corrected in the log' },
    done: { fr: 'corrigée dans le journal', en: 'corrected in the log' },
  },
  refused: same({ fr: 'refusée', en: 'refused' }),
  faulty: same({ fr: 'à revoir', en: 'with faults' }),
  warning: same({ fr: 'à vérifier', en: 'to check' }),
  'file-refused': same({ fr: 'fichier refusé', en: 'file refused' }),
}

function same(labels: Labels): { readonly dryRun: Labels; readonly done: Labels } {
  return { dryRun: labels, done: labels }
}

/** What a line came to, in words: in a dry run, what it would. */
export const outcomeInWords = (outcome: LineOutcome, dryRun: boolean): Labels =>
  outcomeWords[outcome][dryRun ? 'dryRun' : 'done']

/** The whole report line by line: refused files, what concerns a file, then every row in the order of the files. */
export const linesOfReport = (report: ImportReport): readonly ReportLine[] => [
  ...report.refusedFiles.map(({ name, code, remedy }): ReportLine => ({
    ...ofFile(name),
    outcome: 'file-refused',
    code,
    remedy,
  })),
  ...report.files.flatMap(({ name, table, warnings }) =>
    warnings.map(({ column, code, value, remedy }): ReportLine => ({
      ...ofFile(name),
      outcome: 'warning',
      column: headerOf(table, column),
      code,
      value: asTyped(value),
      remedy,
    })),
  ),
  ...report.entries.flatMap(linesOfEntry),
]

const nothing = { column: null, code: null, value: null, remedy: null } as const

const ofFile = (file: string) => ({ file, line: null, subject: '', organisation: null, ...nothing })

const linesOfEntry = (entry: ImportEntry): readonly ReportLine[] => {
  const { file, line, subject, organisation = null, table, type } = entry
  const place = { file, line, subject, organisation, outcome: type, ...nothing }
  return match(entry)
    .with({ type: 'recorded' }, { type: 'unchanged' }, () => [place])
    .with({ type: 'refused' }, ({ code, remedy }) => [
      { ...place, ...(code === 'organisation-unknown' ? organisationCell(entry) : {}), code, remedy },
    ])
    .with({ type: 'faulty' }, ({ faults }) =>
      faults.map(({ column, code, value, remedy }) => ({
        ...place,
        column: headerOf(table, column),
        code,
        value: asTyped(value),
        remedy,
      })),
    )
    .with({ type: 'warning' }, ({ warning: { column, code, value, remedy } }) => [
      { ...place, column: headerOf(table, column), code, value: asTyped(value), remedy },
    ])
    .with({ type: 'correction-proposed' }, { type: 'corrected' }, ({ changes }) =>
      changes.length === 0 ? [place] : changes.map((change) => ({ ...place, ...changeLine(table, change) })),
    )
    .exhaustive()
}

/** Of a step whose organisation is not registered: which one was looked for. */
const organisationCell = ({ table, organisation }: ImportEntry) =>
  table === 'steps' ? { column: headerOf(table, 'organisation_slug'), value: asTyped(organisation) } : {}

const changeLine = (table: ImportEntry['table'], change: FieldChange) => {
  const { column, before, after } = changeInWords(table, change)
  return {
    column,
    value: after,
    remedy: { fr: `Enregistré jusqu’ici : ${before.fr}.`, en: `On record so far: ${before.en}.` },
  }
}

/** What a file says is the same in every language. */
const asTyped = (text: string | undefined): Labels | null =>
  text === undefined ? null : { fr: text, en: text }

/** The header of a column, by its code; what has none stays as it is. */
const headerOf = (table: ImportEntry['table'], column: string | undefined): Labels | null => {
  if (column === undefined) return null
  const columns: Readonly<Record<string, { readonly header: Labels } | undefined>> = importTables[table]
  return columns[column]?.header ?? { fr: column, en: column }
}

const headers: Readonly<Record<CsvProfile, readonly string[]>> = {
  open: ['file', 'line', 'subject', 'organisation', 'outcome', 'column', 'code', 'value', 'remedy'],
  french: [
    'Fichier',
    'Ligne',
    'Identifiant de la ligne',
    'Organisation',
    'Ce qu’il en est',
    'Colonne',
    'Code',
    'Valeur',
    'Que faire',
  ],
}

/** The report as CSV, line by line. */
export const reportCsv = (report: ImportReport, profile: CsvProfile): string => {
  const language = profile === 'french' ? 'fr' : 'en'
  return csvText(
    [
      headers[profile],
      ...linesOfReport(report).map((told) => [
        told.file,
        told.line,
        told.subject,
        told.organisation,
        profile === 'french' ? outcomeInWords(told.outcome, report.dryRun).fr : told.outcome,
        told.column?.[language] ?? null,
        told.code,
        told.value?.[language] ?? null,
        told.remedy?.[language] ?? null,
      ]),
    ],
    profile,
  )
}
