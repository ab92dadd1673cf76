import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Projection } from '../projection.js'
import { stepsTakenRowOf } from './row-of-steps-taken.js'
import type { StepsTakenRow } from './steps-taken-row.js'

/** Who took which step, by organisation. Questions go through all of it: some 100 000 steps take milliseconds. */
export type StepsTaken = ReadonlyMap<OrganisationId, StepsTakenRow>

const withRows = (taken: StepsTaken, rows: readonly StepsTakenRow[]): StepsTaken =>
  new Map([...taken, ...rows.map((row) => [row.id, row] as const)])

/** What all organisations did, for advice and obstacles: peers, what followed what, and what stood in the way. */
export const stepsTaken: Projection<StepsTakenRow, StepsTaken> = {
  name: 'steps-taken',
  version: 3,
  readableSince: 1,
  rowOf: stepsTakenRowOf,
  viewOf: (rows) => withRows(new Map(), rows),
  withRows,
}
