import type { Labels } from '#domain/kernel/labels.js'
import { csvText } from '#projections/exported/csv-text.js'
import type { Column } from './column.js'
import { codesOf } from './column.js'
import { importTables, type ImportTable } from './import-tables.js'

/** Which headers a template has: the French ones, explained, as French spreadsheets open them, or the codes. */
export type TemplateHeaders = 'fr' | 'codes'

/** The table to fill in as CSV: its headers, in French what each column holds, and one example row. */
export const templateOf = (table: ImportTable, headers: TemplateHeaders = 'fr'): string => {
  const columns = templateColumns(table)
  const examples = columns.map(({ example }) => example ?? '')
  return headers === 'fr'
    ? csvText(
        [columns.map(({ header }) => header.fr), columns.map(({ explained }) => explained.fr), examples],
        'french',
      )
    : csvText([columns.map(({ code }) => code), examples], 'open')
}

/** One column of a template, as a person is told of it. */
export interface TemplateColumn {
  readonly code: string
  readonly header: Labels
  readonly required: boolean
  /** What a cell holds, and whether it may stay blank. */
  readonly explained: Labels
  /** The words that it takes, where it takes no others. */
  readonly words?: Labels
  readonly example?: string
}

/** The columns of a table in the order of its template, as the import reads them. */
export const templateColumns = (table: ImportTable): readonly TemplateColumn[] => {
  const columns: Readonly<Record<string, Column>> = importTables[table]
  return codesOf(columns).flatMap((code) => {
    const column = columns[code]
    return column === undefined ? [] : [templateColumn(code, column)]
  })
}

const templateColumn = (code: string, column: Column): TemplateColumn => {
  const { header, example } = column
  const words = wordsOf(column)
  return {
    code,
    header,
    required: column.required === true,
    explained: explained(column),
    ...(words === undefined ? {} : { words }),
    ...(example === undefined ? {} : { example }),
  }
}

const explained = ({ holds, required }: Column): Labels =>
  required === true ? { fr: `${holds.fr} (obligatoire)`, en: `${holds.en} (required)` } : holds

/** What the reader of a list of words says of a word that can be none of it: which ones there are. */
const wordsOf = ({ read }: Column): Labels | undefined => {
  const reading = read('\u0000')
  return 'problem' in reading && reading.problem === 'code-unknown' ? reading.remedy : undefined
}

/** The column by which the rows that a template brings along are known: they are all about an organisation that is none. */
const tellingColumns: Readonly<Record<ImportTable, readonly [code: string, column: Column]>> = {
  organisations: ['slug', importTables.organisations.slug],
  steps: ['organisation_slug', importTables.steps.organisation_slug],
}

/** True for the explanations and the example of the template, left in a file that was filled in. */
export const isTemplateRow = (table: ImportTable, cells: ReadonlyMap<string, string>): boolean => {
  const [code, column] = tellingColumns[table]
  const cell = cells.get(code)
  return cell !== undefined && (cell === column.example || cell === explained(column).fr)
}
