import { attributeColumns } from './attribute-columns.js'
import { organisationColumns } from './organisation-columns.js'
import { stepColumns } from './step-columns.js'

/** Every column that a row of steps may have. */
export const allStepColumns = { ...stepColumns, ...attributeColumns }

/** The tables that an import can read. */
export const importTables = { organisations: organisationColumns, steps: allStepColumns } as const
export type ImportTable = keyof typeof importTables
