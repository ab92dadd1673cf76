import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { encode } from '#domain/log/codec.js'
import type { DecidedEvent, RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { ActorId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import { decide } from '#domain/organisation/decide.js'
import type { Decision } from '#domain/organisation/decision.js'
import { historyOf } from '#domain/organisation/history.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Instant } from '#domain/kernel/instant.js'
import type {
  CommandMark,
  EventMetadata,
  NewEvent,
  Revision,
  Stored,
  StreamLog,
} from '#domain/ports/event-log.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { parisDayOf } from '#domain/time/paris-day.js'
import type { CommandOutcome } from './command-outcome.js'
import { readable, readOrganisation, type ReadOrganisation } from '#src/handling/reading/read-organisation.js'

/** A command as it reaches the application, from HTTP, a page, the command line or an import. */
export interface CommandRequest {
  readonly organisation: OrganisationId
  readonly command: OrganisationCommand
  readonly actor: ActorId
  /** Makes a repeated request harmless: the id is unique within the organisation's stream. */
  readonly mark?: CommandMark
  /** The revision that the caller has seen; without it the decision is taken on whatever is there. */
  readonly expected?: Revision | 'none'
  readonly correlationId?: string
  /** The event that this command follows from, as an intention to write to several streams. */
  readonly causationId?: string
  readonly dryRun?: boolean
}

export interface CommandHandling {
  readonly log: StreamLog
  readonly clock: Clock
  /** The steps of an organisation's predecessors, whose later stages it records in its own stream. */
  readonly inheritedSteps: (id: OrganisationId) => Promise<ReadonlyMap<StepId, KindCode>>
  /** Resolves once every succession that is on record by now is known to `inheritedSteps`; false when not in time. */
  readonly successionsSeen: () => Promise<boolean>
}

/** How often a decision is taken anew because another writer was faster. */
const ATTEMPTS = 8

/**
 * Reads, decides and records, in one stream. Taken anew on a conflict, unless the caller named a revision; who named none
 * and was overtaken every time is told that it is busy, not that something moved.
 */
export const handleCommand = async (
  deps: CommandHandling,
  request: CommandRequest,
): Promise<CommandOutcome> => {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptCommand(deps, request)
    if (outcome.outcome !== 'moved' || request.expected !== undefined) return outcome
    if (attempt === ATTEMPTS) return { outcome: 'busy' }
  }
}

const attemptCommand = async (deps: CommandHandling, request: CommandRequest): Promise<CommandOutcome> => {
  const repeated = await storedAnswer(deps.log, request)
  if (repeated !== undefined) return repeated
  const read = await readOrganisation(deps.log, request.organisation)
  if (request.expected !== undefined && request.expected !== read.revision) {
    return { outcome: 'moved', actual: read.revision }
  }
  const recordedAt = Math.max(deps.clock(), read.events.at(-1)?.recordedAt ?? 0)
  const history = historyOf(read.events)
  const decideNow = async (): Promise<Decision> =>
    decide(request.organisation, history, request.command, {
      today: parisDayOf(recordedAt),
      inheritedSteps: await deps.inheritedSteps(request.organisation),
    })
  let decision = await decideNow()
  if (!decision.decided && mayBeInherited(decision.refusal)) {
    if (!(await deps.successionsSeen())) return { outcome: 'busy' }
    decision = await decideNow()
  }
  if (!decision.decided) return { outcome: 'refused', refusal: decision.refusal }
  const [first, ...others] = decision.events
  if (first === undefined) return { outcome: 'unchanged', revision: read.revision }
  const events = [first, ...others] as const
  return request.dryRun === true
    ? { outcome: 'would-record', events: events.map(asRecorded(recordedAt, request.actor)) }
    : record(deps.log, request, read, events, recordedAt)
}

/**
 * Refusals of what an organisation inherited, if a succession was recorded so lately that it is not known of yet. Only
 * then is it waited for: a write of its own steps does not depend on how far the registry has come.
 */
const mayBeInherited = ({ code }: Refusal): boolean => code === 'step-unknown' || code === 'plan-unknown'

/** The answer that the same command was given before. */
const storedAnswer = async (log: StreamLog, request: CommandRequest): Promise<CommandOutcome | undefined> => {
  if (request.mark === undefined) return undefined
  const stream = streamOfOrganisation(request.organisation)
  const known = await log.findCommand(stream, request.mark.id)
  if (known === undefined) return undefined
  if (known.digest !== request.mark.digest) return { outcome: 'command-reused' }
  return recordedBefore(log, request, known)
}

const recordedBefore = async (
  log: StreamLog,
  { organisation }: CommandRequest,
  stored: Stored,
): Promise<CommandOutcome> => {
  const events = await log.readStream(streamOfOrganisation(organisation), {
    from: stored.firstRevision,
    limit: stored.lastRevision - stored.firstRevision + 1,
  })
  const { lastRevision: revision, position } = stored
  return { outcome: 'recorded', events: events.map(readable), revision, position, repeated: true }
}

const record = async (
  log: StreamLog,
  request: CommandRequest,
  read: ReadOrganisation,
  events: readonly [DecidedEvent, ...DecidedEvent[]],
  recordedAt: Instant,
): Promise<CommandOutcome> => {
  const { actor, correlationId, causationId } = request
  const metadata: EventMetadata = present({ actor, correlationId, causationId })
  const [first, ...others] = events
  const encoded: readonly [NewEvent, ...NewEvent[]] = [
    encode(first, recordedAt, metadata),
    ...others.map((event) => encode(event, recordedAt, metadata)),
  ]
  const appended = await log.append({
    stream: streamOfOrganisation(request.organisation),
    expected: read.revision,
    events: encoded,
    ...(request.mark === undefined ? {} : { command: request.mark }),
  })
  return match(appended)
    .with({ outcome: 'appended' }, ({ lastRevision, position }): CommandOutcome => ({
      outcome: 'recorded',
      events: events.map(asRecorded(recordedAt, request.actor)),
      revision: lastRevision,
      position,
      repeated: false,
    }))
    .with({ outcome: 'repeated' }, (stored) => recordedBefore(log, request, stored))
    .with({ outcome: 'conflict' }, ({ actual }): CommandOutcome => ({ outcome: 'moved', actual }))
    .with(
      { outcome: 'command-reused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      (same): CommandOutcome => same,
    )
    .exhaustive()
}

const asRecorded =
  (recordedAt: Instant, actor: ActorId) =>
  (event: DecidedEvent): RecordedEvent => ({ ...event, recordedAt, actor })
