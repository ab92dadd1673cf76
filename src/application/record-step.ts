import { createHash, randomUUID } from 'node:crypto'
import {
  CommandId,
  EventId,
  StepId,
  type ActorId,
  type OrganisationId,
} from '#domain/identifiers/identifiers.js'
import { canonicalJson } from '#domain/maturity/model-hash.js'
import type { CommandMark, Revision } from '#domain/ports/event-log.js'
import { opensStep } from '#domain/steps/kind.js'
import type { PositionStanding } from '#projections/trajectory/trajectory-view.js'
import { assessOrganisation } from '#projections/trajectory/assess-organisation.js'
import { describeTrajectory } from '#projections/trajectory/describe-trajectory.js'
import { questionOf } from '#projections/trajectory/question.js'
import type { TrajectoryReading } from './answer-trajectory.js'
import type { CommandOutcome } from './command-outcome.js'
import { handleCommand, type CommandHandling } from './handle-command.js'
import { readLineage } from './read-lineage.js'
import type { StepInput } from './step-input.js'

export interface StepRequest {
  readonly organisation: OrganisationId
  readonly step: StepInput
  readonly actor: ActorId
  /** The caller’s own name for this command: asked again with the same body, it has one effect. */
  readonly idempotencyKey?: string
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
  const { kind, stage, id, stepId: given, ...rest } = request.step
  if (given === undefined && !startsLife(stage)) return { outcome: 'step-needed', stage }
  const stepId = given ?? StepId.parse(`${kind}-${randomUUID().slice(0, 8)}`)
  const outcome = await handleCommand(deps, {
    ...request,
    command: {
      command: 'RecordFacts',
      facts: [{ id: id ?? EventId.parse(randomUUID()), kind, stage, fact: { ...rest, stepId } }],
    },
    ...markOf(request),
  })
  if (outcome.outcome !== 'would-record') return { ...outcome, stepId }
  return { ...outcome, stepId, effect: await effectOf(deps, request.organisation, outcome.events) }
}

const startsLife = (stage: StepInput['stage']): boolean =>
  stage === 'planned' || (stage !== 'plan-dropped' && stage !== 'confirmed' && opensStep(stage))

/** The digest is of what the caller sent: ids made here differ from one try to the next. */
const markOf = ({ idempotencyKey, step }: StepRequest): { mark?: CommandMark } => {
  if (idempotencyKey === undefined) return {}
  const digest = createHash('sha256').update(canonicalJson(step), 'utf8').digest('hex')
  return { mark: { id: CommandId.parse(idempotencyKey), digest } }
}

const effectOf = async (
  deps: TrajectoryReading,
  organisation: OrganisationId,
  events: Extract<CommandOutcome, { outcome: 'would-record' }>['events'],
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
