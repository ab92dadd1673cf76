import type { CommandId, OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import type { Revision } from '#domain/ports/event-log.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { questionOf } from '#domain/trajectory/question.js'
import { effectOf, type Effect } from '#projections/asked/what-if/effect.js'
import { withEvents } from '#projections/asked/what-if/suppose.js'
import type { TrajectoryReading } from '#src/handling/asking/answer-trajectory.js'
import { markOf } from './command-mark.js'
import type { CommandOutcome } from './command-outcome.js'
import { handleCommand, type CommandHandling } from './handle-command.js'
import { readLineage } from '#src/handling/reading/read-lineage.js'

/** What every write says besides what it writes. */
export interface WriteRequest {
  /** The caller’s own name for this command: asked again with the same body, it has one effect. */
  readonly idempotencyKey?: CommandId
  /** The revision that the caller has seen. */
  readonly expected?: Revision | 'none'
  readonly correlationId?: string
  readonly dryRun?: boolean
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
  return { ...outcome, effect: effectToday(deps, streams, withEvents(streams, outcome.events)) }
}

/** Where an organisation stands today on its streams as they are, and as they would be. */
export const effectToday = (
  { models, clock }: Pick<Writing, 'models' | 'clock'>,
  before: LineageEvents,
  after: LineageEvents,
): Effect => {
  const question = questionOf({}, Math.max(clock(), lastRecorded(after)))
  const effect = effectOf(before, after, models.usual, question)
  return { before: effect.before, after: effect.after }
}

/** What a dry run would record counts as recorded, though a clock fell behind. */
const lastRecorded = ({ events, predecessors }: LineageEvents): number =>
  Math.max(events.at(-1)?.recordedAt ?? 0, ...predecessors.map(lastRecorded))
