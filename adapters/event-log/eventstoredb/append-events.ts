import { randomUUID } from 'node:crypto'
import type {
  AppendOutcome,
  CommandMark,
  Position,
  Revision,
  Stored,
  StreamName,
} from '#domain/ports/event-log.js'
import { revision } from '../coordinates.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { isAsExpected, type PreparedAppend } from '#adapters/event-log/prepared-append.js'
import { classifyError } from './classify-error.js'
import type { CommandIndex, KnownStream } from './command-index.js'
import type { Call } from './connection.js'
import type { EventToWrite } from './database-client.js'
import { eventsToWrite, positionFrom, readFact } from './event-format.js'
import { streamPage, type RunCall } from './read-events.js'

export interface AppendSetup {
  readonly index: CommandIndex
  /** A call that appends, made again until it is answered. */
  readonly write: RunCall
  readonly read: RunCall
  /** Milliseconds a call. */
  readonly deadline: number
}

/** So often a place in the stream is tried for again because another writer took it. */
const attempts = 30

/**
 * Appends under an exact revision, whatever was asked for: only so does the database recognise an append that it is
 * sent again, over its own restart too, and stores it once. Appends to one stream come one at a time.
 */
export const appendEvents = (setup: AppendSetup, append: PreparedAppend): Promise<AppendOutcome> =>
  append.command === undefined ? appendPlainly(setup, append) : appendCommand(setup, append, append.command)

const appendPlainly = async (setup: AppendSetup, append: PreparedAppend): Promise<AppendOutcome> => {
  const events = eventsToWrite(append, randomUUID())
  const { expected, stream } = append
  const exact = expected !== 'any' && expected !== 'exists'
  let actual = exact ? expected : await lastRevision(setup, stream)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (!isAsExpected(expected, actual)) return { outcome: 'conflict', actual }
    const written = await writeAt(setup, stream, actual, events)
    if (written.stored) {
      const position = await positionOf(setup, stream, written)
      return { outcome: 'appended', ...placeOf(written, events, position) }
    }
    if (exact) return { outcome: 'conflict', actual: written.actual }
    actual = written.actual
  }
  return { outcome: 'busy' }
}

/**
 * The database takes the same event ids under the same revision for a repetition, whatever their payload, and answers
 * success: so an answer is read back before it is believed, and whose call it was stands with the events.
 */
const appendCommand = async (
  setup: AppendSetup,
  append: PreparedAppend,
  mark: CommandMark,
): Promise<AppendOutcome> => {
  const { stream, expected } = append
  const call = randomUUID()
  const events = eventsToWrite(append, call)
  let known = trusted(setup.index.known(stream), append, mark) ?? (await setup.index.refresh(stream))
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const stored = known.commands.get(mark.id)
    if (stored !== undefined) return repeated(stored, mark)
    if (!isAsExpected(expected, known.last)) return { outcome: 'conflict', actual: known.last }
    const written = await writeAt(setup, stream, known.last, events)
    if (written.stored) {
      const last = await eventAt(setup, stream, written.lastRevision)
      if (last.call === call) {
        const stored = placeOf(written, events, last.event.position)
        const added = { id: mark.id, stored: { ...stored, digest: mark.digest }, lastId: last.event.id }
        setup.index.advance(stream, known, added)
        return { outcome: 'appended', ...stored }
      }
    }
    known = await setup.index.refresh(stream)
  }
  return { outcome: 'busy' }
}

/** What is known is enough when the append can only succeed if nothing came behind it; everything else is looked up. */
const trusted = (
  known: KnownStream | undefined,
  { expected }: PreparedAppend,
  { id }: CommandMark,
): KnownStream | undefined =>
  known !== undefined && !known.commands.has(id) && isAsExpected(expected, known.last) ? known : undefined

const repeated = (
  { digest, ...stored }: NonNullable<ReturnType<KnownStream['commands']['get']>>,
  mark: CommandMark,
): AppendOutcome =>
  digest === mark.digest ? { outcome: 'repeated', ...stored } : { outcome: 'command-reused' }

type Written =
  | { readonly stored: true; readonly lastRevision: Revision; readonly commit: bigint | undefined }
  | { readonly stored: false; readonly actual: Revision | 'none' }

/** The same ids under the same revision at each attempt, so that what is stored is stored once. */
const writeAt = (
  { write, deadline }: AppendSetup,
  stream: StreamName,
  expected: Revision | 'none',
  events: readonly EventToWrite[],
): Promise<Written> => {
  const call: Call<Written> = async (client) => {
    try {
      const at = expected === 'none' ? expected : BigInt(expected)
      const { lastRevision, position } = await client.append(stream, at, events, deadline)
      return { stored: true, lastRevision: revision(Number(lastRevision)), commit: position }
    } catch (error) {
      const trouble = classifyError(error)
      if (trouble.trouble !== 'conflict') throw error
      return {
        stored: false,
        actual: trouble.actual === 'none' ? 'none' : revision(Number(trouble.actual)),
      }
    }
  }
  return write(call)
}

const placeOf = (
  { lastRevision }: Extract<Written, { stored: true }>,
  events: readonly EventToWrite[],
  position: Position,
): Stored => ({
  firstRevision: revision(lastRevision - events.length + 1),
  lastRevision,
  position,
})

/** A server may leave the position out of its answer. */
const positionOf = async (
  setup: AppendSetup,
  stream: StreamName,
  { commit, lastRevision }: Extract<Written, { stored: true }>,
) =>
  commit === undefined ? (await eventAt(setup, stream, lastRevision)).event.position : positionFrom(commit)

const eventAt = async ({ read }: AppendSetup, stream: StreamName, at: Revision) => {
  const page = await streamPage(read, stream, { direction: 'forwards', from: BigInt(at), count: 1 })
  const fact = page.events[0] && readFact(page.events[0])
  if (fact !== undefined) return fact
  throw new EventLogFault('damaged', `the event ${at}@${stream} was stored and can't be read`)
}

const lastRevision = async ({ read }: AppendSetup, stream: StreamName): Promise<Revision | 'none'> => {
  const page = await streamPage(read, stream, { direction: 'backwards', from: 'end', count: 1 })
  const last = page.events[0]?.revision
  return last === undefined ? 'none' : revision(Number(last))
}
