import { randomUUID } from 'node:crypto'
import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { CommandOutcome } from '#src/handling/writing/command-outcome.js'
import { factOfInput, type StepInput } from './step-input.js'
import {
  writeToOrganisation,
  type WriteOutcome,
  type WriteRequest,
  type Writing,
} from '#src/handling/writing/write-organisation.js'

export interface StepRequest extends WriteRequest {
  readonly organisation: OrganisationId
  readonly step: StepInput
}

export type StepOutcome =
  | { readonly outcome: 'step-needed'; readonly stage: StepInput['stage'] }
  | (WriteOutcome & { readonly stepId: StepId })

/** Records one fact of one step, or shows what it would change. */
export const recordStep = async (
  deps: Writing,
  { organisation, step, ...request }: StepRequest,
): Promise<StepOutcome> => {
  const told = factOfInput(step, randomUUID)
  if (told === undefined) return { outcome: 'step-needed', stage: step.stage }
  const { stepId } = told.fact
  const outcome = await writeToOrganisation(
    deps,
    { organisation, command: { command: 'RecordFacts', facts: [told] }, sent: step },
    request,
  )
  return {
    ...outcome,
    stepId: (outcome.outcome === 'recorded' ? stepOf(outcome.events) : undefined) ?? stepId,
  }
}

type Events = Extract<CommandOutcome, { readonly events: unknown }>['events']

/** The step that the events tell of: of a repeated command, the one that was made the first time. */
const stepOf = ([first]: Events): StepId | undefined =>
  first !== undefined && 'stepId' in first.data ? first.data.stepId : undefined
