import { match } from 'ts-pattern'
import type { Viewer } from '#domain/access/viewer.js'
import type { Decider, DecisionOf } from '#domain/kernel/decider.js'
import type { Decided, Recorded } from '#domain/kernel/event-of.js'
import type { ActorId, CommandId } from '#domain/kernel/identifiers.js'
import type { Instant } from '#domain/kernel/instant.js'
import { present } from '#domain/kernel/present.js'
import { encode, type UnreadableEvent } from '#domain/log/codec.js'
import type { Clock } from '#domain/ports/clock.js'
import type {
  CommandMark,
  EventMetadata,
  NewEvent,
  Revision,
  Stored,
  StoredEvent,
  StreamLog,
  StreamName,
} from '#domain/ports/event-log.js'
import { readable } from '#src/handling/reading/readable.js'
import type { Handled } from './command-outcome.js'
import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/kernel/json.js'

/** What every write rests on: where it is kept, when it is, and who it is. */
export interface Handling {
  readonly log: StreamLog
  readonly clock: Clock
  readonly viewer: Viewer
}

interface AnyEvent {
  readonly type: string
  readonly data: unknown
}

/** One sort of thing that commands are asked of: how it decides, and how its events are read. */
export interface Aggregate<State, Command, Circumstances, Event extends AnyEvent, Refused> {
  readonly decider: Decider<State, Command, Circumstances, Event, Refused>
  readonly decode: (stored: StoredEvent) => Recorded<Event> | UnreadableEvent
}

/** A command to one stream, as it reaches the application. */
export interface Asked<Command, Circumstances, Refused> {
  readonly stream: StreamName
  readonly command: Command
  /** What the decision rests on besides the stream, at the moment that its events will bear. */
  readonly circumstances: (at: Instant) => Circumstances | Promise<Circumstances>
  /** Called before a refusal stands, where what it rests on may have changed meanwhile. */
  readonly reconsider?: (refusal: Refused) => Promise<'refuse' | 'decide-again' | 'busy'>
  /** Makes a repeated request harmless: the id is unique within the stream. */
  readonly mark?: CommandMark
  /** The revision that the caller has seen; without it the decision is taken on whatever is there. */
  readonly expected?: Revision | 'none'
  readonly correlationId?: string
  /** The event that this command follows from, as an intention to write to several streams. */
  readonly causationId?: string
  readonly dryRun?: boolean
}

/** How often a decision is taken anew because another writer was faster. */
const ATTEMPTS = 8

/**
 * Reads, decides and records, in one stream: the one way in which anything is written. Taken anew on a conflict, unless
 * the caller named a revision; who named none and was overtaken every time is told that it is busy, not that something
 * moved.
 */
export const handle = async <State, Command, Circumstances, Event extends AnyEvent, Refused>(
  deps: Handling,
  aggregate: Aggregate<State, Command, Circumstances, Event, Refused>,
  asked: Asked<Command, Circumstances, Refused>,
): Promise<Handled<Event, Refused>> => {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(deps, aggregate, asked)
    if (outcome.outcome !== 'moved' || asked.expected !== undefined) return outcome
    if (attempt === ATTEMPTS) return { outcome: 'busy' }
  }
}

const attemptOnce = async <State, Command, Circumstances, Event extends AnyEvent, Refused>(
  deps: Handling,
  aggregate: Aggregate<State, Command, Circumstances, Event, Refused>,
  asked: Asked<Command, Circumstances, Refused>,
): Promise<Handled<Event, Refused>> => {
  const { log, clock, viewer } = deps
  const { decider, decode } = aggregate
  const repeated = await storedAnswer<Event>(log, asked, decode)
  if (repeated !== undefined) return repeated
  const stored = await log.readStream(asked.stream)
  const revision = stored.at(-1)?.revision ?? 'none'
  if (asked.expected !== undefined && asked.expected !== revision) {
    return { outcome: 'moved', actual: revision }
  }
  const recordedAt = Math.max(clock(), stored.at(-1)?.recordedAt ?? 0)
  const state = decider.evolve(
    decider.initialState,
    stored.map((event) => readable(event, decode)),
  )
  const decideNow = async (): Promise<DecisionOf<Event, Refused>> =>
    decider.decide(state, asked.command, await asked.circumstances(recordedAt))
  let decision = await decideNow()
  if (!decision.decided) {
    const verdict = (await asked.reconsider?.(decision.refusal)) ?? 'refuse'
    if (verdict === 'busy') return { outcome: 'busy' }
    if (verdict === 'decide-again') decision = await decideNow()
  }
  if (!decision.decided) return { outcome: 'refused', refusal: decision.refusal }
  const [first, ...others] = decision.events
  if (first === undefined) return { outcome: 'unchanged', revision }
  const { actor } = viewer
  const events = [first, ...others] as const
  return asked.dryRun === true
    ? { outcome: 'would-record', events: events.map(asRecorded<Event>(recordedAt, actor)) }
    : record({ log, actor, decode }, asked, { revision, events, recordedAt })
}

/** How an answer that was given before is found. */
type Repeatable = Pick<Asked<unknown, unknown, never>, 'stream' | 'mark'>
type Decode<Event> = (stored: StoredEvent) => Recorded<Event> | UnreadableEvent

/** The answer that the same command was given before. */
const storedAnswer = async <Event extends AnyEvent>(
  log: StreamLog,
  { stream, mark }: Repeatable,
  decode: Decode<Event>,
): Promise<Handled<Event, never> | undefined> => {
  if (mark === undefined) return undefined
  const known = await log.findCommand(stream, mark.id)
  if (known === undefined) return undefined
  if (known.digest !== mark.digest) return { outcome: 'command-reused' }
  return recordedBefore(log, stream, known, decode)
}

const recordedBefore = async <Event extends AnyEvent>(
  log: StreamLog,
  stream: StreamName,
  { firstRevision, lastRevision: revision, position }: Stored,
  decode: Decode<Event>,
): Promise<Handled<Event, never>> => {
  const events = await log.readStream(stream, { from: firstRevision, limit: revision - firstRevision + 1 })
  return {
    outcome: 'recorded',
    events: events.map((event) => readable(event, decode)),
    revision,
    position,
    repeated: true,
  }
}

interface Decision<Event> {
  readonly revision: Revision | 'none'
  readonly events: readonly [Decided<Event>, ...Decided<Event>[]]
  readonly recordedAt: Instant
}

const record = async <Event extends AnyEvent>(
  { log, actor, decode }: Pick<Handling, 'log'> & { readonly actor: ActorId; readonly decode: Decode<Event> },
  { stream, mark, correlationId, causationId }: Omit<Asked<unknown, never, never>, 'circumstances'>,
  { revision, events, recordedAt }: Decision<Event>,
): Promise<Handled<Event, never>> => {
  const metadata: EventMetadata = present({ actor, correlationId, causationId })
  const [first, ...others] = events
  const encoded: readonly [NewEvent, ...NewEvent[]] = [
    encode(first, recordedAt, metadata),
    ...others.map((event) => encode(event, recordedAt, metadata)),
  ]
  const appended = await log.append({
    stream,
    expected: revision,
    events: encoded,
    ...present({ command: mark }),
  })
  return match(appended)
    .with({ outcome: 'appended' }, ({ lastRevision, position }): Handled<Event, never> => ({
      outcome: 'recorded',
      events: events.map(asRecorded<Event>(recordedAt, actor)),
      revision: lastRevision,
      position,
      repeated: false,
    }))
    .with({ outcome: 'repeated' }, (where) => recordedBefore(log, stream, where, decode))
    .with({ outcome: 'conflict' }, ({ actual }): Handled<Event, never> => ({ outcome: 'moved', actual }))
    .with(
      { outcome: 'command-reused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      (same): Handled<Event, never> => same,
    )
    .exhaustive()
}

const asRecorded =
  <Event>(recordedAt: Instant, actor: ActorId) =>
  (event: Decided<Event>): Recorded<Event> => ({ ...event, recordedAt, actor })

/**
 * The mark that makes a repeated command harmless; none where the caller gave no key. The digest is of what the caller
 * sent, whatever its order: ids that are made here differ from one try to the next.
 */
export const markOf = (key: CommandId | undefined, sent: unknown): { readonly mark?: CommandMark } =>
  key === undefined
    ? {}
    : { mark: { id: key, digest: createHash('sha256').update(canonicalJson(sent), 'utf8').digest('hex') } }
