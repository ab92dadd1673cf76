import { randomUUID } from 'node:crypto'
import {
  EventId,
  StepId,
  type ActorId,
  type CommandId,
  type OrganisationId,
} from '#domain/identifiers/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { opensStep } from '#domain/steps/kind.js'
import type { PositionStanding } from '#projections/trajectory/trajectory-view.js'
import { assessOrganisation } from '#projections/trajectory/assess-organisation.js'
import { describeTrajectory } from '#projections/trajectory/describe-trajectory.js'
import { questionOf } from '#projections/trajectory/question.js'
import type { TrajectoryReading } from './answer-trajectory.js'
import { markOf } from './command-mark.js'
import type { CommandOutcome } from './command-outcome.js'
import { handleCommand, type CommandHandling } from './handle-command.js'
import { readLineage } from './read-lineage.js'
import type { StepInput } from './step-input.js'

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

/** What a dry run shows: where the organisation stands today, and where it would. */
export interface Effect {
  readonly before: PositionStanding
  readonly after: PositionStanding
}

export type StepOutcome =
  | { readonly outcome: 'step-needed'; readonly stage: StepInput['stage'] }
  | (CommandOutcome & { readonly effect?: Effect; readonly stepId?: StepId })

/** Records one fact of one step, or shows what it would change. */
export const recordStep = async (
  deps: CommandHandling & TrajectoryReading,
  request: StepRequest,
): Promise<StepOutcome> => {
  const { kind, stage, id: givenId, stepId: givenStep, ...rest } = request.step
  if (givenStep === undefined && !startsLife(stage)) return { outcome: 'step-needed', stage }
  const id = givenId ?? EventId.parse(randomUUID())
  // Derived from the fact's id, so that who gave that id and asks again means the same step.
  const stepId = givenStep ?? StepId.parse(`${kind}-${id.slice(0, 8)}`)
  const outcome = await handleCommand(deps, {
    ...request,
    command: { command: 'RecordFacts', facts: [{ id, kind, stage, fact: { ...rest, stepId } }] },
    ...markOf(request.idempotencyKey, request.step),
  })
  if (outcome.outcome === 'recorded') return { ...outcome, stepId: stepOf(outcome.events) ?? stepId }
  if (outcome.outcome !== 'would-record') return { ...outcome, stepId }
  return { ...outcome, stepId, effect: await effectOf(deps, request.organisation, outcome.events) }
}

const startsLife = (stage: StepInput['stage']): boolean =>
  stage === 'planned' || (stage !== 'plan-dropped' && stage !== 'confirmed' && opensStep(stage))

type Events = Extract<CommandOutcome, { readonly events: unknown }>['events']

/** The step that the events tell of: of a repeated command, the one that was made the first time. */
const stepOf = ([first]: Events): StepId | undefined =>
  first !== undefined && 'stepId' in first.data ? first.data.stepId : undefined

const effectOf = async (
  deps: TrajectoryReading,
  organisation: OrganisationId,
  events: Events,
): Promise<Effect> => {
  const streams = await readLineage(deps, organisation)
  const question = questionOf({}, deps.clock())
  const standingOf = (own: typeof streams) =>
    describeTrajectory(
      assessOrganisation(own, deps.models.usual.model, question),
      deps.models.usual,
      question,
    ).standing
  return {
    before: standingOf(streams),
    after: standingOf({ ...streams, events: [...streams.events, ...events] }),
  }
}
