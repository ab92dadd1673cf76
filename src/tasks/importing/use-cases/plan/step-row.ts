import { attributeColumns } from '#src/tasks/importing/use-cases/table/attribute-columns.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import { foldedIdentifier } from '#domain/kernel/folded-key.js'
import { readRow, type Cells } from '#src/tasks/importing/use-cases/table/read-row.js'
import type { RawRow } from '#src/tasks/importing/use-cases/table/read-table.js'
import { stepColumns } from '#src/tasks/importing/use-cases/table/step-columns.js'

/** A row of a table of steps, its cells read; those of attributes wait for the kind of the row. */
export interface StepRow {
  readonly file: string
  readonly line: number
  /** The identity of the row in its collection; as it was typed, or its line, where it has none. */
  readonly id: string
  readonly cells: Cells<typeof stepColumns>
  readonly attributeCells: ReadonlyMap<string, string>
  /** The text of every cell, for what is to be shown to a person. */
  readonly texts: ReadonlyMap<string, string>
  readonly faults: readonly CellFault[]
}

export const readStepRow = (raw: RawRow): StepRow => {
  const { cells, faults } = readRow(stepColumns, raw)
  return {
    file: raw.file,
    line: raw.line,
    id: cells.step_id ?? foldedIdentifier(raw.cells.get('step_id') ?? ''),
    cells,
    attributeCells: new Map([...raw.cells].filter(([column]) => column in attributeColumns)),
    texts: raw.cells,
    faults,
  }
}
