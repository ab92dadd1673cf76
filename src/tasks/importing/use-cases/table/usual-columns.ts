import type { Labels } from '#domain/kernel/labels.js'
import type { EdtfText } from '#domain/time/edtf.js'
import type { Column } from './column.js'
import { readDate, readIdentifier, readSingleDate, readText, type CellReader } from '#src/typed/read-cell.js'

/** What a column may have beside its header. */
type More = Pick<Column, 'aliases' | 'required' | 'example'>

/** Makes the columns whose cells hold one sort of thing, whatever the table. */
const columnsHolding =
  <T>(holds: Labels, read: CellReader<T>) =>
  (header: Labels, more: More = {}): Column<T> => ({ header, holds, read, ...more })

export const textColumn = columnsHolding<string>({ fr: 'un texte', en: 'a text' }, readText)

const holdsDate = { fr: 'une date, même imprécise', en: 'a date, however vague' }
/** A date, a period or a window. */
export const dateColumn = columnsHolding<EdtfText>(holdsDate, readDate)
/** One date, and no period. */
export const singleDateColumn = columnsHolding<EdtfText>(holdsDate, readSingleDate)

export const identifierColumn = columnsHolding<string>(
  { fr: 'un identifiant', en: 'an identifier' },
  readIdentifier,
)

export const sourceColumn = textColumn(
  { fr: 'Source', en: 'Source' },
  { aliases: ['sources'], example: 'https://www.example.org' },
)

export const noteColumn = textColumn({ fr: 'Note', en: 'Note' }, { aliases: ['remarque', 'notes'] })
