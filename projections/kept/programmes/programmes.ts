import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Projection } from '../projection.js'
import type { ProgrammesRow } from './programmes-row.js'
import { programmesRowOf } from './row-of-programmes.js'

/** The parts taken in programmes, by organisation. Questions go through all of it. */
export type ProgrammesTaken = ReadonlyMap<OrganisationId, ProgrammesRow>

const withRows = (taken: ProgrammesTaken, rows: readonly ProgrammesRow[]): ProgrammesTaken =>
  new Map([...taken, ...rows.map((row) => [row.id, row] as const)])

/** Who took part in which programme, what was announced, and what came out of what. */
export const programmesTaken: Projection<ProgrammesRow, ProgrammesTaken> = {
  name: 'programmes',
  version: 1,
  readableSince: 1,
  rowOf: programmesRowOf,
  viewOf: (rows) => withRows(new Map(), rows),
  withRows,
}
