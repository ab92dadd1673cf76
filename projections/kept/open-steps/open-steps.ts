import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import type { Derivation, FoldedOrganisation, KeptModel } from '../kept-model.js'
import { RowsById } from '../rows-by-id.js'
import { openStepOf, type OpenStep } from './open-step.js'

/** What an organisation announced or began and of which the record does not tell how it went on. */
export interface OpenStepsRow {
  readonly id: OrganisationId
  /** In the order of recording. */
  readonly steps: readonly OpenStep[]
}

export type OpenSteps = ReadonlyMap<OrganisationId, OpenStepsRow>

const rowOf = ({ id, history }: FoldedOrganisation): Derivation<OpenStepsRow> => ({
  derived: true,
  row: { id, steps: stepsOf(history).flatMap((step) => openStepOf(step) ?? []) },
})

/** Every announcement and every expected end that nobody heard of again, by organisation: for «À rappeler». */
export const openSteps: KeptModel<OpenStepsRow, RowsById<OpenStepsRow>> = {
  name: 'open-steps',
  version: 2,
  readableSince: 1,
  rowOf,
  viewOf: (rows) => RowsById.of(rows),
  withRows: (open, rows) => open.with(rows),
}
