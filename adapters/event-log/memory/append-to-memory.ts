import type { AppendOutcome, Position, Revision, Stored } from '#domain/ports/event-log.js'
import { beforeAll, position, revision } from '../coordinates.js'
import { isAsExpected, type PreparedAppend } from '#adapters/event-log/prepared-append.js'
import type { MemoryEvent, MemoryStorage, MemoryStream } from './memory-storage.js'

/** Appends at once, or says why not; a refused append leaves no trace. */
export const appendToMemory = (storage: MemoryStorage, append: PreparedAppend): AppendOutcome => {
  const stream: MemoryStream = storage.streams.get(append.stream) ?? { events: [], commands: new Map() }
  const known = append.command === undefined ? undefined : stream.commands.get(append.command.id)
  if (known !== undefined) return repeated(known, append)
  const actual = lastRevision(stream)
  if (!isAsExpected(append.expected, actual)) return { outcome: 'conflict', actual }
  storage.streams.set(append.stream, stream)
  return { outcome: 'appended', ...store(storage, stream, append) }
}

const repeated = (
  { digest, ...stored }: Stored & { digest: string },
  { command }: PreparedAppend,
): AppendOutcome =>
  digest === command?.digest ? { outcome: 'repeated', ...stored } : { outcome: 'command-reused' }

const lastRevision = ({ events }: MemoryStream): Revision | 'none' => events.at(-1)?.revision ?? 'none'

const store = (storage: MemoryStorage, stream: MemoryStream, append: PreparedAppend): Stored => {
  const firstRevision = revision(stream.events.length)
  for (const prepared of append.events) {
    const event: MemoryEvent = {
      ...prepared,
      stream: append.stream,
      revision: revision(stream.events.length),
      position: nextPosition(storage, prepared.data),
    }
    stream.events.push(event)
    storage.all.push(event)
  }
  const stored = {
    firstRevision,
    lastRevision: revision(stream.events.length - 1),
    position: lastPosition(storage),
  }
  if (append.command !== undefined)
    stream.commands.set(append.command.id, { ...stored, digest: append.command.digest })
  return stored
}

const lastPosition = ({ all }: MemoryStorage): Position => all.at(-1)?.position ?? beforeAll

/** Leaves gaps, as the byte offsets of EventStoreDB do: nothing that runs on memory may count on their absence. */
const nextPosition = (storage: MemoryStorage, data: string): Position =>
  position(lastPosition(storage) + data.length)
