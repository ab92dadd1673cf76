import type { Instant } from '#domain/kernel/instant.js'
import type { JsonObject } from '#domain/kernel/json.js'
import type { ActorId, CommandId, EventId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'

declare const streamName: unique symbol
/** `<category>-<id>`, for instance `organisation-region-bretagne`: EventStoreDB's own projections read the category. */
export type StreamName = string & { readonly [streamName]: true }

declare const revision: unique symbol
/** The place of an event in its stream: 0 for the first. */
export type Revision = number & { readonly [revision]: true }

declare const position: unique symbol
/** The place of an event in the whole log: increasing, not contiguous; 0 lies before the first event. */
export type Position = number & { readonly [position]: true }

declare const logId: unique symbol
/** The identity of one log, made with it: a checkpoint taken on another log is refused. */
export type LogId = string & { readonly [logId]: true }

/** What surrounds a fact: who recorded it, by which command, in which conversation. No personal data. */
export interface EventMetadata {
  readonly actor: ActorId
  readonly correlationId?: string
  readonly causationId?: string
}

/** An event as it is handed to the log: already validated, plain JSON. */
export interface NewEvent {
  readonly id: EventId
  readonly type: string
  readonly schemaVersion: number
  readonly recordedAt: Instant
  readonly data: JsonObject
  readonly metadata: EventMetadata
}

export interface StoredEvent extends NewEvent {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
}

/** `none`: the stream must not exist; `exists`: it must; `any`: no condition; a revision: exactly that one. */
export type ExpectedRevision = Revision | 'none' | 'exists' | 'any'

/** A command's id with the digest of its body: the same id with another digest is refused. */
export interface CommandMark {
  readonly id: CommandId
  readonly digest: string
}

export interface AppendRequest {
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly events: readonly [NewEvent, ...NewEvent[]]
  readonly command?: CommandMark
}

/** Where the events of one append stand. */
export interface Stored {
  readonly firstRevision: Revision
  readonly lastRevision: Revision
  /** The position of the last event. */
  readonly position: Position
}

/** A command that was handled, and where its events stand: all of them in one append. */
export interface StoredCommand extends CommandMark, Stored {
  readonly stream: StreamName
}

/**
 * Every end that an append can have, as a value. `appended` and `repeated` mean durable on disk.
 * `repeated`: this command was stored before, and this is where. `busy`: the queue is full or another writer holds
 * the log, nothing was written, try later. `disk-full`: nothing was written.
 *
 * A request that no log could take (no event, a malformed name, too large) is a fault and rejects. A rejection by the
 * store itself leaves open whether the append was written: the same command again is safe, and tells.
 */
export type AppendOutcome =
  | ({ readonly outcome: 'appended' } & Stored)
  | ({ readonly outcome: 'repeated' } & Stored)
  | { readonly outcome: 'conflict'; readonly actual: Revision | 'none' }
  | { readonly outcome: 'command-reused' }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'disk-full' }

export interface StreamSlice {
  readonly direction?: 'forwards' | 'backwards'
  /** First revision to read, itself included. Default: the first one forwards, the last one backwards. */
  readonly from?: Revision
  readonly limit?: number
}

export interface AllSlice {
  /** Exclusive. */
  readonly after: Position
  readonly limit: number
  readonly types?: readonly string[]
}

/** The commands whose first event stands behind `after` and not behind `through`. */
export interface CommandRange {
  readonly after: Position
  readonly through: Position
}

export interface AllPage {
  readonly events: readonly StoredEvent[]
  /** Everything up to here was looked at, also what `types` left out: the place to go on from. */
  readonly position: Position
  /** True when nothing was left behind `position` at the time of reading; until then a page may even be empty. */
  readonly atHead: boolean
}

/** How far a reader has come, and in which log. */
export interface Checkpoint {
  readonly log: LogId
  readonly position: Position
}

/**
 * `live` from the first time that the head was reached; how far behind it is, its position and the head tell.
 * `lagging`: it was live, and more than a page lies before it by now. `dropped`: the log can't be read at present;
 * it goes on from its position by itself once it can.
 */
export type SubscriptionState =
  | { readonly state: 'catching-up'; readonly position: Position }
  | { readonly state: 'live'; readonly position: Position }
  | { readonly state: 'lagging'; readonly position: Position }
  | { readonly state: 'dropped'; readonly position: Position; readonly error: Error }
  | { readonly state: 'stopped'; readonly position: Position }
  | { readonly state: 'failed'; readonly position: Position; readonly error: Error }

export interface Subscription {
  state(): SubscriptionState
  /** Resolves once the running handler has ended; afterwards no handler is called. Never awaited by a handler. */
  close(): Promise<void>
  /**
   * Settles when the subscription has ended: resolves after `close`, rejects with what made it fail. Somebody has to
   * listen: like any rejection that nobody handles, a failure would end the process.
   */
  readonly ended: Promise<void>
}

export interface SubscriptionRequest {
  readonly from: Checkpoint | 'start'
  readonly types?: readonly string[]
  /**
   * Called with events in order, one call at a time, each event once. `position` is where to resume from; a call
   * without events tells of progress through events that `types` left out. A rejection ends the subscription.
   */
  readonly handle: (events: readonly StoredEvent[], position: Position) => Promise<void>
  readonly onState?: (state: SubscriptionState) => void
}

/**
 * `foreign-log`: the checkpoint belongs to another log. `beyond-head`: it lies after this log's end (an older copy was
 * restored). `history-changed`: no event stands there any more (an older copy was restored, and went on since).
 */
export type SubscribeOutcome =
  | { readonly outcome: 'subscribed'; readonly subscription: Subscription }
  | { readonly outcome: 'foreign-log'; readonly checkpoint: Checkpoint; readonly log: LogId }
  | { readonly outcome: 'beyond-head'; readonly checkpoint: Checkpoint; readonly head: Position }
  | { readonly outcome: 'history-changed'; readonly checkpoint: Checkpoint }

/** Whether a log can be used now. `fault` is a stable code; `remedy` says what whoever runs it can do. */
export type LogCondition =
  | { readonly usable: true; readonly identity: LogId; readonly head: Position }
  | { readonly usable: false; readonly fault: string; readonly message: string; readonly remedy: Labels }

/** The log of facts: append only, one order over all. Every engine keeps the promises of test/contract/event-log. */
export interface EventLog {
  identity(): Promise<LogId>
  append(request: AppendRequest): Promise<AppendOutcome>
  /** Where a command's events were stored, if it was ever handled in that stream. */
  findCommand(stream: StreamName, id: CommandId): Promise<(Stored & { readonly digest: string }) | undefined>
  /** A stream that does not exist reads as empty. */
  readStream(stream: StreamName, slice?: StreamSlice): Promise<readonly StoredEvent[]>
  readAll(slice: AllSlice): Promise<AllPage>
  /** The marks of the commands in a part of the log, in the order of their events. */
  readCommands(range: CommandRange): Promise<readonly StoredCommand[]>
  /** The position of the last event, 0 when there is none. */
  head(): Promise<Position>
  subscribe(request: SubscriptionRequest): Promise<SubscribeOutcome>
  /** Asks the log itself; answers within seconds, and never rejects. */
  condition(): Promise<LogCondition>
  /** Waits for appends under way, ends subscriptions; what is asked afterwards is refused. */
  close(): Promise<void>
}

/** The part of a log that decisions need: one stream at a time. */
export type StreamLog = Pick<EventLog, 'append' | 'findCommand' | 'readStream'>
