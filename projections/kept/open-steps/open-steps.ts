import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { historyOf } from '#domain/organisation/history.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import type { Derivation, Projection } from '../projection.js'
import { openStepOf, type OpenStep } from './open-step.js'

/** What an organisation announced or began and of which the record does not tell how it went on. */
export interface OpenStepsRow {
  readonly id: OrganisationId
  /** In the order of recording. */
  readonly steps: readonly OpenStep[]
}

export type OpenSteps = ReadonlyMap<OrganisationId, OpenStepsRow>

const rowOf = (id: OrganisationId, events: readonly RecordedEvent[]): Derivation<OpenStepsRow> => ({
  derived: true,
  row: { id, steps: stepsOf(historyOf(events)).flatMap((step) => openStepOf(step) ?? []) },
})

const withRows = (open: OpenSteps, rows: readonly OpenStepsRow[]): OpenSteps =>
  new Map([...open, ...rows.map((row) => [row.id, row] as const)])

/** Every announcement and every expected end that nobody heard of again, by organisation: for «À rappeler». */
export const openSteps: Projection<OpenStepsRow, OpenSteps> = {
  name: 'open-steps',
  version: 2,
  readableSince: 1,
  rowOf,
  viewOf: (rows) => withRows(new Map(), rows),
  withRows,
}
