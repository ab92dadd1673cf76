import type { CommandId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationCommand, Circumstances } from '#domain/organisation/command.js'
import type { Revision, CommandMark } from '#domain/ports/event-log.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { questionOf } from '#domain/trajectory/question.js'
import { effectOf, type Effect } from '#projections/asked/what-if/effect.js'
import { withEvents } from '#projections/asked/what-if/suppose.js'
import type { TrajectoryReading } from '#src/handling/asking/answer-trajectory.js'
import { markOf, handle, type Aggregate, type Handling } from './handle.js'
import type { CommandOutcome } from './command-outcome.js'
import { readLineage } from '#src/handling/reading/read-lineage.js'
import { decode } from '#domain/log/codec.js'
import type { OrganisationEvent } from '#domain/organisation/organisation-event.js'
import { decide } from '#domain/organisation/decide.js'
import { continued, initialState, type OrganisationHistory } from '#domain/organisation/history.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { parisDayOf } from '#domain/time/day.js'

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

/** A command to one organisation, as it reaches the application from HTTP, a page, the command line or an import. */
export interface CommandRequest {
  readonly organisation: OrganisationId
  readonly command: OrganisationCommand
  readonly mark?: CommandMark
  readonly expected?: Revision | 'none'
  readonly correlationId?: string
  readonly causationId?: string
  readonly dryRun?: boolean
}

export interface CommandHandling extends Handling {
  /** The steps of an organisation's predecessors, whose later stages it records in its own stream. */
  readonly inheritedSteps: (id: OrganisationId) => Promise<ReadonlyMap<StepId, KindCode>>
  /** Resolves once every succession that is on record by now is known to `inheritedSteps`; false when not in time. */
  readonly successionsSeen: () => Promise<boolean>
}

/** Reads, decides and records in the stream of one organisation. */
export const handleCommand = (
  deps: CommandHandling,
  { organisation, command, ...request }: CommandRequest,
): Promise<CommandOutcome> =>
  handle(deps, organisationOf(organisation), {
    ...request,
    stream: streamOfOrganisation(organisation),
    command,
    circumstances: async (at) => ({
      today: parisDayOf(at),
      inheritedSteps: await deps.inheritedSteps(organisation),
    }),
    reconsider: async (refusal) => {
      if (!mayBeInherited(refusal)) return 'refuse'
      return (await deps.successionsSeen()) ? 'decide-again' : 'busy'
    },
  })

const organisationOf = (
  id: OrganisationId,
): Aggregate<OrganisationHistory, OrganisationCommand, Circumstances, OrganisationEvent, Refusal> => ({
  decider: {
    initialState,
    evolve: continued,
    decide: (state, command, circumstances) => decide(id, state, command, circumstances),
  },
  decode,
})

/**
 * Refusals of what an organisation inherited, if a succession was recorded so lately that it is not known of yet. Only
 * then is it waited for: a write of its own steps does not depend on how far the registry has come.
 */
const mayBeInherited = ({ code }: Refusal): boolean => code === 'step-unknown' || code === 'plan-unknown'
