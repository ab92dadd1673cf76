import type { Column } from './column.js'
import { codesOf } from './column.js'
import { importTables, type ImportTable } from './import-plan.js'

/** Which headers a template has: the French ones between semicolons, as French spreadsheets open them, or the codes. */
export type TemplateHeaders = 'fr' | 'codes'

/**
 * The table to fill in: its headers and one example row, as CSV. The French one begins with a byte order mark, without
 * which spreadsheets lose the accents.
 */
export const templateOf = (table: ImportTable, headers: TemplateHeaders = 'fr'): string => {
  const columns: Readonly<Record<string, Column>> = importTables[table]
  const delimiter = headers === 'fr' ? ';' : ','
  const names = codesOf(columns).map((code) => (headers === 'fr' ? (columns[code]?.header.fr ?? code) : code))
  const examples = codesOf(columns).map((code) => columns[code]?.example ?? '')
  const lines = [names, examples].map((cells) =>
    cells.map((cell) => written(cell, delimiter)).join(delimiter),
  )
  return `${headers === 'fr' ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`
}

/** A cell as CSV: between quotation marks where it must be, and never taken for a formula. */
const written = (cell: string, delimiter: string): string => {
  const guarded = /^[=+\-@]/.test(cell) ? `'${cell}` : cell
  return guarded.includes(delimiter) || /["\r\n]/.test(guarded)
    ? `"${guarded.replaceAll('"', '""')}"`
    : guarded
}
