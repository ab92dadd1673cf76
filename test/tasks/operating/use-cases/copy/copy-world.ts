import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { ActorId, CommandId, EventId } from '#domain/kernel/identifiers.js'
import type { EventLog, NewEvent, Position, StreamName } from '#domain/ports/event-log.js'
import { copyLog, type CopyOutcome, type CopyRequest } from '#src/tasks/operating/use-cases/copy/copy-log.js'

/** One append of a history: to which stream, how many events, under which command. */
export interface Told {
  readonly stream: string
  readonly events: number
  readonly command?: string
}

/** Appends with and without commands, in streams that take turns; one run is longer than a copy writes at once. */
export const history: readonly Told[] = [
  { stream: 'organisation-a', events: 3, command: 'register-a' },
  { stream: 'organisation-b', events: 1 },
  { stream: 'organisation-a', events: 2 },
  { stream: 'organisation-a', events: 2, command: 'record-a' },
  { stream: 'organisation-a', events: 1, command: 'correct-a' },
  { stream: 'organisation-c', events: 130 },
  { stream: 'organisation-c', events: 120 },
  { stream: 'organisation-b', events: 2, command: 'register-a' },
  { stream: 'organisation-c', events: 120, command: 'import-c' },
  { stream: 'organisation-a', events: 1 },
]

let made = 0

/** A UUID that counts: the same history told twice has other ids. */
const nextId = (): EventId =>
  EventId.parse(`00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`)

const anEvent = (index: number): NewEvent => ({
  id: nextId(),
  type: index % 2 === 0 ? 'SeminarHeld' : 'Step.Corrected',
  schemaVersion: 1 + (index % 3),
  recordedAt: 1_700_000_000_000 + made,
  data: { title: `Séminaire « ${made} »`, index, nested: { list: [1, null, 'été 🌱'], quarter: 0.25 } },
  metadata: {
    actor: ActorId.parse('agent:copy'),
    ...(index % 2 === 0 ? { correlationId: `talk-${made}` } : {}),
  },
})

/** Writes a history; each append has to be appended. */
export const tell = async (log: EventLog, appends: readonly Told[]): Promise<void> => {
  for (const { stream, events, command } of appends) {
    const [first, ...rest] = Array.from({ length: events }, (_, index) => anEvent(index))
    if (first === undefined) throw new Error('an append holds at least one event')
    const { outcome } = await log.append({
      stream: stream as StreamName,
      expected: 'any',
      events: [first, ...rest],
      ...(command === undefined
        ? {}
        : { command: { id: CommandId.parse(command), digest: `digest of ${command} in ${stream}` } }),
    })
    if (outcome !== 'appended') throw new Error(`an append of the history ended with ${outcome}`)
  }
}

/** All that a copy has to keep, in order: events without their positions, and the commands. */
export const contentOf = async (log: EventLog) => {
  const { events } = await log.readAll({ after: 0 as Position, limit: 100_000 })
  const commands = await log.readCommands({ after: 0 as Position, through: await log.head() })
  return {
    events: events.map(({ position: _, ...event }) => event),
    commands: commands.map(({ position: _, ...command }) => command),
  }
}

/** Copies without waiting and without telling how far it is. */
export const copy = (from: EventLog, to: EventLog, more: Partial<CopyRequest> = {}): Promise<CopyOutcome> =>
  copyLog({
    from,
    to,
    onProgress: () => undefined,
    ending: new AbortController().signal,
    wait: () => Promise.resolve(),
    ...more,
  })

export type OpenLog = (t: Test) => EventLog

export const memoryLog: OpenLog = () => openMemoryEventLog()

/** A log in a file of its own, which goes with the test. */
export const sqliteLog: OpenLog = (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'trajectoires-copy-'))
  const log = openSqliteEventLog({ path: join(folder, 'journal.sqlite') })
  t.teardown(async () => {
    await log.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return log
}

/** A source that holds the history, and an empty target. */
export const told = async (
  t: Test,
  openFrom: OpenLog,
  openTo: OpenLog,
): Promise<{ readonly from: EventLog; readonly to: EventLog }> => {
  const from = openFrom(t)
  await tell(from, history)
  return { from, to: openTo(t) }
}
