/** What stands in a cell; null is blank. */
export type CsvCell = string | number | boolean | null

/** `open`: for programs. `french`: as French spreadsheets open a file by a double click. Never mixed. */
export type CsvProfile = 'open' | 'french'

interface Layout {
  readonly mark: string
  readonly delimiter: string
  readonly lineBreak: string
  readonly written: (cell: CsvCell) => string
}

/** Without a byte order mark, French spreadsheets lose the accents. */
const layouts: Readonly<Record<CsvProfile, Layout>> = {
  open: { mark: '', delimiter: ',', lineBreak: '\n', written: (cell) => (cell === null ? '' : String(cell)) },
  french: {
    mark: '\ufeff',
    delimiter: ';',
    lineBreak: '\r\n',
    written: (cell) => {
      if (cell === null) return ''
      if (typeof cell === 'number') return String(cell).replace('.', ',')
      if (typeof cell === 'boolean') return cell ? 'oui' : 'non'
      return guarded(cell)
    },
  },
}

/** Rows as CSV (RFC 4180), the header first. */
export const csvText = (rows: readonly (readonly CsvCell[])[], profile: CsvProfile): string => {
  const { mark, delimiter, lineBreak, written } = layouts[profile]
  const lines = rows.map((cells) => cells.map((cell) => quoted(written(cell), delimiter)).join(delimiter))
  return mark + lines.map((line) => line + lineBreak).join('')
}

/** OWASP, «CSV Injection»: an apostrophe keeps a cell from being taken for a formula. The import takes it off again. */
const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
