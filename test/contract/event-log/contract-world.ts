import { randomUUID } from 'node:crypto'
import { type Test } from 'tap'
import { ActorId, CommandId, EventId } from '#domain/kernel/identifiers.js'
import { type JsonObject } from '#domain/kernel/json.js'
import {
  type AppendOutcome,
  type Checkpoint,
  type CommandMark,
  type EventLog,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type Revision,
  type Stored,
  type StoredEvent,
  type StreamName,
} from '#domain/ports/event-log.js'

/** What the suite needs of an engine: a store that is nobody else's, which can be opened again and again. */
export interface LogStore {
  readonly open: () => Promise<EventLog>
  /** Called once every log that was opened on it is closed. */
  readonly destroy: () => Promise<void>
}

export interface World {
  readonly log: EventLog
  /** Another log on the same store, closed at the end of the test. */
  readonly openAnother: () => Promise<EventLog>
}

export type Behaviour = (name: string, body: (t: Test, world: World) => Promise<void>) => void

/** Registers behaviours of one engine; each gets a store of its own. */
export const behavioursOf =
  (t: Test, newStore: () => Promise<LogStore>): Behaviour =>
  (name, body) => {
    t.test(name, { timeout: 30_000 }, async (t) => {
      const store = await newStore()
      const opened: EventLog[] = []
      const openAnother = async (): Promise<EventLog> => {
        const log = await store.open()
        opened.push(log)
        return log
      }
      t.teardown(async () => {
        for (const log of opened) await log.close()
        await store.destroy()
      })
      await body(t, { log: await openAnother(), openAnother })
    })
  }

/** A stream that no other test has. */
export const newStream = (category = 'organisation'): StreamName =>
  `${category}-${randomUUID()}` as StreamName

/** An event type that no other test has: what lies before it in the log can be left out. */
export const newType = (): string => `Tried-${randomUUID()}`

export const anEvent = (data: JsonObject = {}, type = 'FactRecorded'): NewEvent => ({
  id: EventId.parse(randomUUID()),
  type,
  schemaVersion: 1,
  recordedAt: 1_700_000_000_000,
  data,
  metadata: { actor: ActorId.parse('agent:contract') },
})

/** Events numbered from 0 in their data. */
export const events = (count: number, type?: string): [NewEvent, ...NewEvent[]] => {
  const [first, ...rest] = Array.from({ length: count }, (_, number) => anEvent({ number }, type))
  if (first === undefined) throw new Error('an append holds at least one event')
  return [first, ...rest]
}

export const command = (id: string, digest = 'digest'): CommandMark => ({ id: CommandId.parse(id), digest })

export const revision = (value: number): Revision => value as Revision
export const position = (value: number): Position => value as Position

/** Appends and gives back where it stands; any other outcome fails the test. */
export const append = async (
  log: EventLog,
  stream: StreamName,
  appended: readonly NewEvent[],
  expected: ExpectedRevision = 'any',
  mark?: CommandMark,
): Promise<Stored> => {
  const outcome = await log.append(appendRequest(stream, appended, expected, mark))
  if (outcome.outcome !== 'appended') throw new Error(`append ended with ${JSON.stringify(outcome)}`)
  return placeOf(outcome)
}

export const appendRequest = (
  stream: StreamName,
  appended: readonly NewEvent[],
  expected: ExpectedRevision = 'any',
  mark?: CommandMark,
): Parameters<EventLog['append']>[0] => {
  const request = { stream, expected, events: appended as [NewEvent, ...NewEvent[]] }
  return mark === undefined ? request : { ...request, command: mark }
}

const placeOf = ({ firstRevision, lastRevision, position }: Stored): Stored => ({
  firstRevision,
  lastRevision,
  position,
})

/** The events as they must be read back from their stream, positions apart: those are the engine's own. */
export const asStored = (appended: readonly NewEvent[], stream: StreamName, first = 0): object[] =>
  appended.map((event, index) => ({ ...event, stream, revision: first + index }))

export const withoutPositions = (stored: readonly StoredEvent[]): object[] =>
  stored.map((event) => {
    const { position: place, ...rest } = event
    if (place <= 0) throw new Error(`position ${place} does not lie behind 0`)
    return rest
  })

export const ids = (some: readonly NewEvent[]): string[] => some.map(({ id }) => id)
export const numbers = (some: readonly NewEvent[]): unknown[] => some.map(({ data }) => data['number'])
export const outcomes = (some: readonly AppendOutcome[]): string[] => some.map(({ outcome }) => outcome)

export const count = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/** Behind everything that stands in the log now. */
export const checkpointAtHead = async (log: EventLog): Promise<Checkpoint> => ({
  log: await log.identity(),
  position: await log.head(),
})

/** Reads the whole log behind a position, in pages of `limit`. */
export const readBehind = async (
  log: EventLog,
  after: Position,
  options: { readonly limit?: number; readonly types?: readonly string[] } = {},
): Promise<StoredEvent[]> => {
  const { limit = 100, ...types } = options
  const found: StoredEvent[] = []
  for (let from = after; ;) {
    const page = await log.readAll({ after: from, limit, ...types })
    found.push(...page.events)
    if (page.atHead) return found
    if (page.position <= from) throw new Error('a page that is not at the head must bring the reader on')
    from = page.position
  }
}
