import { randomUUID } from 'node:crypto'
import type { ActorId, CommandId, OrganisationId, StepId } from '#domain/identifiers/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { questionOf } from '#projections/trajectory/question.js'
import { effectOf, type Effect } from '#projections/what-if/effect.js'
import { withEvents } from '#projections/what-if/suppose.js'
import type { TrajectoryReading } from './answer-trajectory.js'
import { markOf } from './command-mark.js'
import type { CommandOutcome } from './command-outcome.js'
import { handleCommand, type CommandHandling } from './handle-command.js'
import { readLineage } from './read-lineage.js'
import { factOfInput, type StepInput } from './step-input.js'

export interface StepRequest {
  readonly organisation: OrganisationId
  readonly step: StepInput
  readonly actor: ActorId
  /** The caller’s own name for this command: asked again with the same body, it has one effect. */
  readonly idempotencyKey?: CommandId
  readonly expected?: Revision | 'none'
  readonly correlationId?: string
  readonly dryRun?: boolean
}

export type StepOutcome =
  | { readonly outcome: 'step-needed'; readonly stage: StepInput['stage'] }
  | (CommandOutcome & { readonly effect?: Effect; readonly stepId?: StepId })

/** Records one fact of one step, or shows what it would change. */
export const recordStep = async (
  deps: CommandHandling & TrajectoryReading,
  request: StepRequest,
): Promise<StepOutcome> => {
  const told = factOfInput(request.step, randomUUID)
  if (told === undefined) return { outcome: 'step-needed', stage: request.step.stage }
  const { stepId } = told.fact
  const outcome = await handleCommand(deps, {
    ...request,
    command: { command: 'RecordFacts', facts: [told] },
    ...markOf(request.idempotencyKey, request.step),
  })
  if (outcome.outcome === 'recorded') return { ...outcome, stepId: stepOf(outcome.events) ?? stepId }
  if (outcome.outcome !== 'would-record') return { ...outcome, stepId }
  return { ...outcome, stepId, effect: await effectOfEvents(deps, request.organisation, outcome.events) }
}

type Events = Extract<CommandOutcome, { readonly events: unknown }>['events']

/** The step that the events tell of: of a repeated command, the one that was made the first time. */
const stepOf = ([first]: Events): StepId | undefined =>
  first !== undefined && 'stepId' in first.data ? first.data.stepId : undefined

const effectOfEvents = async (
  deps: TrajectoryReading,
  organisation: OrganisationId,
  events: Events,
): Promise<Effect> => {
  const streams = await readLineage(deps, organisation)
  const question = questionOf({}, deps.clock())
  const { before, after } = effectOf(streams, withEvents(streams, events), deps.models.usual, question)
  return { before, after }
}
