import { organisationColumns } from './organisation-columns.js'
import { allStepColumns } from '#src/tasks/importing/use-cases/plan/step-row.js'

/** The tables that an import can read. */
export const importTables = { organisations: organisationColumns, steps: allStepColumns } as const
export type ImportTable = keyof typeof importTables
