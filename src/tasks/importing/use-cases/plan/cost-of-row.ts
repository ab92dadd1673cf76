import type { Cost } from '#domain/steps/fact-fields.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import type { Cells } from '#src/tasks/importing/use-cases/table/read-row.js'
import type { stepColumns } from '#src/tasks/importing/use-cases/table/step-columns.js'

export type RowCost = { readonly cost: Cost | undefined } | { readonly faults: readonly CellFault[] }

/** The cost of a row in €: one amount alone is both bounds; no year is assumed. What surrounds an amount needs one. */
export const costOfRow = (cells: Cells<typeof stepColumns>): RowCost => {
  const { cost_eur_min: least, cost_eur_max: most } = cells
  const around = {
    year: cells.cost_year,
    scope: cells.cost_scope,
    taxBasis: cells.cost_tax_basis,
    payer: cells.cost_payer,
  }
  const min = least ?? most
  if (min !== undefined) return { cost: { min, max: most ?? min, ...around } }
  return Object.values(around).every((told) => told === undefined)
    ? { cost: undefined }
    : { faults: [noAmount] }
}

const noAmount: CellFault = {
  code: 'cell-empty',
  column: 'cost_eur_min',
  remedy: {
    fr: 'Le coût est décrit sans montant. Écrire le montant, ou mettre la description dans la note.',
    en: 'The cost is described without an amount. Write the amount, or put the description in the note.',
  },
}
