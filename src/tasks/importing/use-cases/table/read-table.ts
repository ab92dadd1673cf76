import type { Labels } from '#domain/kernel/labels.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import { codesOf, missingColumns, recogniseHeader, type Column, type RecognisedHeader } from './column.js'
import { decodeText, isBinary, type Encoding } from './decode-text.js'
import { readRecords, type CsvRecord, type Delimiter } from './read-records.js'

/** A file as it is handed to the import: `name` is what the report calls it. */
export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A row with its cells by column, blank ones left out. */
export interface RawRow<C extends string = string> {
  readonly file: string
  readonly line: number
  readonly cells: ReadonlyMap<C, string>
  readonly faults: readonly CellFault[]
}

/** What was seen of a file before its rows were read. */
export interface FileFacts<T extends string = string> {
  readonly name: string
  readonly table: T
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly unknownColumns: readonly string[]
  readonly repeatedColumns: readonly string[]
}

export type RefusedFileCode =
  'file-not-text' | 'file-empty' | 'file-malformed' | 'table-not-recognised' | 'columns-missing'

/** Why nothing of a file can be read, and what to do. */
export interface RefusedFile {
  readonly name: string
  readonly code: RefusedFileCode
  readonly remedy: Labels
}

export type TableReading<T extends string> =
  | { readonly read: true; readonly facts: FileFacts<T>; readonly rows: readonly RawRow[] }
  | { readonly read: false; readonly refused: RefusedFile }

export type Tables<T extends string> = Readonly<Record<T, Readonly<Record<string, Column>>>>

/**
 * Reads a file as the one of these tables whose columns its header names best; the same header tells the delimiter.
 * Reading is refused as a whole only where no row could be understood.
 */
export const readTable = <T extends string>(file: ImportFile, tables: Tables<T>): TableReading<T> => {
  const { name } = file
  if (isBinary(file.bytes)) return refused(name, 'file-not-text', notTextRemedy)
  const { text, encoding } = decodeText(file.bytes)
  if (text.trim() === '') return refused(name, 'file-empty', emptyRemedy)
  const layout = layoutOf(text, tables)
  if (layout === undefined) return refused(name, 'table-not-recognised', notRecognised(tables))
  const columns = tables[layout.table]
  const reading = readRecords(text, layout.delimiter)
  if (!reading.read) return refused(name, 'file-malformed', malformed(reading))
  const [header, ...records] = reading.records
  const recognised = recogniseHeader(columns, header?.cells ?? [])
  const missing = missingColumns(columns, recognised)
  if (missing.length > 0) return refused(name, 'columns-missing', missingRemedy(missing, columns))
  return {
    read: true,
    facts: {
      name,
      table: layout.table,
      encoding,
      delimiter: layout.delimiter,
      unknownColumns: recognised.unknown,
      repeatedColumns: recognised.repeated,
    },
    rows: records.map((record) => rawRow(name, recognised, record)),
  }
}

const delimiters: readonly Delimiter[] = [',', ';', '\t']

interface Layout<T extends string> {
  readonly table: T
  readonly delimiter: Delimiter
  readonly recognised: number
}

/** The table and the delimiter with which the header names most columns; undefined when it names fewer than two. */
const layoutOf = <T extends string>(text: string, tables: Tables<T>): Layout<T> | undefined => {
  const names = Object.keys(tables) as T[] // its literal keys
  const layouts = delimiters.flatMap((delimiter) => {
    const header = headerOf(text, delimiter)
    return names.map((table) => {
      const { columns } = recogniseHeader(tables[table], header)
      return { table, delimiter, recognised: columns.filter((column) => column !== undefined).length }
    })
  })
  const best = layouts.reduce((one, other) => (other.recognised > one.recognised ? other : one))
  return best.recognised < 2 ? undefined : best
}

const headerOf = (text: string, delimiter: Delimiter): readonly string[] => {
  const reading = readRecords(text, delimiter, 1)
  return reading.read ? (reading.records[0]?.cells ?? []) : []
}

const rawRow = (
  file: string,
  { columns, unnamed }: RecognisedHeader<string>,
  { line, cells }: CsvRecord,
): RawRow => {
  const beyond = cells.slice(columns.length).filter((cell) => cell !== '')
  return {
    file,
    line,
    cells: new Map(
      columns.flatMap((column, index) => {
        const cell = cells[index] ?? ''
        return column === undefined || cell === '' ? [] : [[column, cell] as const]
      }),
    ),
    faults: [
      ...(beyond.length === 0 ? [] : [tooLong(beyond)]),
      ...unnamed.flatMap((index) => {
        const cell = cells[index] ?? ''
        return cell === '' ? [] : [withoutHeader(index + 1, cell)]
      }),
    ],
  }
}

/** What stands under no name would be lost without a word. */
const withoutHeader = (place: number, cell: string): CellFault => ({
  code: 'column-unnamed',
  value: cell.slice(0, 200),
  remedy: {
    fr: `La ${place === 1 ? '1re' : `${place}e`} colonne n’a pas d’en-tête, et cette ligne y écrit quelque chose. La nommer d’après le modèle, ou vider la cellule.`,
    en: `Column ${place} has no header, and this row writes something in it. Name it after the template, or empty the cell.`,
  },
})

const tooLong = (beyond: readonly string[]): CellFault => ({
  code: 'row-too-long',
  value: beyond.join(' | ').slice(0, 200),
  remedy: {
    fr: 'La ligne a plus de cellules que l’en-tête. Mettre entre guillemets le texte qui contient le séparateur.',
    en: 'The row has more cells than the header. Put the text that holds the delimiter between quotation marks.',
  },
})

const refused = (
  name: string,
  code: RefusedFileCode,
  remedy: Labels,
): { readonly read: false; readonly refused: RefusedFile } => ({
  read: false,
  refused: { name, code, remedy },
})

const notTextRemedy: Labels = {
  fr: 'C’est un classeur de tableur, un document ou une image, pas un texte. Dans le tableur : Enregistrer sous, « CSV UTF-8 », puis envoyer ce fichier.',
  en: 'This is a workbook, a document or a picture, not a text. In the spreadsheet: Save as, “CSV UTF-8”, then send that file.',
}

const emptyRemedy: Labels = {
  fr: 'Le fichier est vide. Partir du modèle à remplir.',
  en: 'The file is empty. Start from the template to fill in.',
}

const malformed = ({ line, reason }: { readonly line: number; readonly reason: string }): Labels => ({
  fr: `Vers la ligne ${line}, un guillemet n’est pas fermé ou se trouve au milieu d’une cellule. Le doubler ("") ou le retirer. (${reason})`,
  en: `Around line ${line}, a quotation mark is not closed or stands in the middle of a cell. Double it ("") or remove it. (${reason})`,
})

const notRecognised = (tables: Tables<string>): Labels => {
  const required = Object.values(tables).map((columns) =>
    codesOf(columns)
      .filter((code) => columns[code]?.required === true)
      .map((code) => columns[code]?.header ?? { fr: code, en: code }),
  )
  const said = (language: keyof Labels, or: string): string =>
    required.map((headers) => headers.map((header) => header[language]).join(', ')).join(or)
  return {
    fr: `La première ligne doit nommer les colonnes : ${said('fr', ' ; ou bien ')}. Partir du modèle à remplir.`,
    en: `The first line must name the columns: ${said('en', '; or else ')}. Start from the template to fill in.`,
  }
}

const missingRemedy = (missing: readonly string[], columns: Readonly<Record<string, Column>>): Labels => {
  const said = (language: keyof Labels): string =>
    missing.map((code) => columns[code]?.header[language] ?? code).join(', ')
  return {
    fr: `Ajouter les colonnes qui manquent : ${said('fr')}.`,
    en: `Add the missing columns: ${said('en')}.`,
  }
}
