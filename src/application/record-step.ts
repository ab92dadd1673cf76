import { randomUUID } from 'node:crypto'
import { EventId, StepId, type OrganisationId } from '#domain/identifiers/identifiers.js'
import { opensStep } from '#domain/steps/kind.js'
import type { CommandOutcome } from './command-outcome.js'
import type { StepInput } from './step-input.js'
import {
  writeToOrganisation,
  type WriteOutcome,
  type WriteRequest,
  type Writing,
} from './write-organisation.js'

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
  const { kind, stage, id: givenId, stepId: givenStep, ...rest } = step
  if (givenStep === undefined && !startsLife(stage)) return { outcome: 'step-needed', stage }
  const id = givenId ?? EventId.parse(randomUUID())
  // Derived from the fact's id, so that who gave that id and asks again means the same step.
  const stepId = givenStep ?? StepId.parse(`${kind}-${id.slice(0, 8)}`)
  const outcome = await writeToOrganisation(
    deps,
    {
      organisation,
      command: { command: 'RecordFacts', facts: [{ id, kind, stage, fact: { ...rest, stepId } }] },
      sent: step,
    },
    request,
  )
  const told = outcome.outcome === 'recorded' ? stepOf(outcome.events) : undefined
  return { ...outcome, stepId: told ?? stepId }
}

const startsLife = (stage: StepInput['stage']): boolean =>
  stage === 'planned' || (stage !== 'plan-dropped' && stage !== 'confirmed' && opensStep(stage))

type Events = Extract<CommandOutcome, { readonly events: unknown }>['events']

/** The step that the events tell of: of a repeated command, the one that was made the first time. */
const stepOf = ([first]: Events): StepId | undefined =>
  first !== undefined && 'stepId' in first.data ? first.data.stepId : undefined
