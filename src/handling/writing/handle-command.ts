import type { CommandMark, Revision } from '#domain/ports/event-log.js'
import { decode } from '#domain/log/codec.js'
import type { OrganisationEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { Circumstances, OrganisationCommand } from '#domain/organisation/command.js'
import { decide } from '#domain/organisation/decide.js'
import { continued, initialState, type OrganisationHistory } from '#domain/organisation/history.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { parisDayOf } from '#domain/time/paris-day.js'
import type { CommandOutcome } from './command-outcome.js'
import { handle, type Aggregate, type Handling } from './handle.js'

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
