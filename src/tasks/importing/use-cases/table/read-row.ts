import type { CellFault } from '#src/typed/cell-fault.js'
import { codesOf, type Column, type Columns } from './column.js'
import type { RawRow } from './read-table.js'

/** The values of a row's cells by column; blank ones are absent: unknown stays unknown. */
export type Cells<C extends Columns> = {
  readonly [K in keyof C]?: C[K] extends Column<infer T> ? T : never
}

export interface ReadRow<C extends Columns> {
  readonly cells: Cells<C>
  readonly faults: readonly CellFault[]
}

/** Reads every cell of a row as its column holds it; all that is wrong is told, not only the first. */
export const readRow = <C extends Columns>(columns: C, row: RawRow): ReadRow<C> => {
  const cells: Record<string, unknown> = {}
  const faults: CellFault[] = [...row.faults]
  for (const code of codesOf(columns)) {
    const text = row.cells.get(code)
    const column = columns[code]
    if (column === undefined) continue
    if (text === undefined) {
      if (column.required === true) faults.push(emptyCell(code))
      continue
    }
    const reading = column.read(text)
    if ('value' in reading) cells[code] = reading.value
    else
      faults.push({ code: reading.problem, column: code, value: text.slice(0, 200), remedy: reading.remedy })
  }
  return { cells: cells as Cells<C>, faults } // each value was given by the reader of its column
}

const emptyCell = (column: string): CellFault => ({
  code: 'cell-empty',
  column,
  remedy: {
    fr: 'Cette cellule ne peut rester vide : la remplir.',
    en: 'This cell cannot stay blank: fill it in.',
  },
})
