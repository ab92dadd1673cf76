import type { ActorId, CommandId, OrganisationId } from '#domain/identifiers/identifiers.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import type { Revision } from '#domain/ports/event-log.js'
import { assessOrganisation, type LineageEvents } from '#projections/trajectory/assess-organisation.js'
import { describeTrajectory } from '#projections/trajectory/describe-trajectory.js'
import { questionOf } from '#projections/trajectory/question.js'
import type { PositionStanding } from '#projections/trajectory/trajectory-view.js'
import type { TrajectoryReading } from './answer-trajectory.js'
import { markOf } from './command-mark.js'
import type { CommandOutcome } from './command-outcome.js'
import { handleCommand, type CommandHandling } from './handle-command.js'
import { readLineage } from './read-lineage.js'

/** What every write says besides what it writes. */
export interface WriteRequest {
  readonly actor: ActorId
  /** The caller’s own name for this command: asked again with the same body, it has one effect. */
  readonly idempotencyKey?: CommandId
  /** The revision that the caller has seen. */
  readonly expected?: Revision | 'none'
  readonly correlationId?: string
  readonly dryRun?: boolean
}

/** What a dry run shows: where the organisation stands today, and where it would. */
export interface Effect {
  readonly before: PositionStanding
  readonly after: PositionStanding
}

export type WriteOutcome = CommandOutcome & { readonly effect?: Effect }

export type Writing = CommandHandling & TrajectoryReading

/** One command to one organisation, and what the caller sent for it. */
export interface Asked {
  readonly organisation: OrganisationId
  readonly command: OrganisationCommand
  /** JSON: what tells the same command from another one under the same key. */
  readonly sent: unknown
}

/** What every write goes through: it is recorded once under its key, or a dry run shows its effect on the position. */
export const writeToOrganisation = async (
  deps: Writing,
  { organisation, command, sent }: Asked,
  { idempotencyKey, ...request }: WriteRequest,
): Promise<WriteOutcome> => {
  const outcome = await handleCommand(deps, {
    ...request,
    organisation,
    command,
    ...markOf(idempotencyKey, sent),
  })
  if (outcome.outcome !== 'would-record') return outcome
  const streams = await readLineage(deps, organisation)
  return { ...outcome, effect: effectOn(deps, streams, withEvents(streams, outcome.events)) }
}

/** Where an organisation stands today on its streams as they are, and as they would be. */
export const effectOn = (
  { models, clock }: Pick<Writing, 'models' | 'clock'>,
  before: LineageEvents,
  after: LineageEvents,
): Effect => {
  const question = questionOf({}, Math.max(clock(), lastRecorded(after)))
  const standingOf = (streams: LineageEvents): PositionStanding => {
    const view = describeTrajectory(
      assessOrganisation(streams, models.usual.model, question),
      models.usual,
      question,
    )
    return view.lastStanding ?? view.standing
  }
  return { before: standingOf(before), after: standingOf(after) }
}

type WouldRecord = Extract<CommandOutcome, { outcome: 'would-record' }>['events']

/** The streams as they would be. */
export const withEvents = (streams: LineageEvents, events: WouldRecord): LineageEvents => ({
  ...streams,
  events: [...streams.events, ...events],
})

/** What a dry run would record counts as recorded, though a clock fell behind. */
const lastRecorded = ({ events, predecessors }: LineageEvents): number =>
  Math.max(events.at(-1)?.recordedAt ?? 0, ...predecessors.map(lastRecorded))
