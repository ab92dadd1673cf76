import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { KeptModel } from '../kept-model.js'
import { RowsById } from '../rows-by-id.js'
import type { ProgrammesRow } from './programmes-row.js'
import { programmesRowOf } from './row-of-programmes.js'

/** The parts taken in programmes, by organisation. Questions go through all of it. */
export type ProgrammesTaken = ReadonlyMap<OrganisationId, ProgrammesRow>

/** Who took part in which programme, what was announced, and what came out of what. */
export const programmesTaken: KeptModel<ProgrammesRow, RowsById<ProgrammesRow>> = {
  name: 'programmes',
  version: 1,
  readableSince: 1,
  rowOf: programmesRowOf,
  viewOf: (rows) => RowsById.of(rows),
  withRows: (taken, rows) => taken.with(rows),
}
