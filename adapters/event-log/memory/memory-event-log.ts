import type {
  AllPage,
  AllSlice,
  AppendOutcome,
  CommandRange,
  EventLog,
  Position,
  StoredCommand,
  StoredEvent,
  StreamName,
  StreamSlice,
} from '#domain/ports/event-log.js'
import { beforeAll, checkAllSlice, checkCommandRange, checkStreamSlice } from '../coordinates.js'
import { createGate } from '../gate.js'
import { conditionOf } from '#domain/ports/log-condition.js'
import { prepareAppend } from '../prepared-append.js'
import { openSubscriptions } from '../subscriptions.js'
import { appendToMemory } from './append-to-memory.js'
import {
  createMemoryStorage,
  readMemoryEvent,
  type MemoryEvent,
  type MemoryStorage,
} from './memory-storage.js'

/**
 * A log that lives as long as its storage: for tests and for trying things out, nothing is durable.
 * Opening it again on the same storage finds everything; several logs on one storage see each other's appends.
 */
export const openMemoryEventLog = (storage: MemoryStorage = createMemoryStorage()): EventLog => {
  const gate = createGate()
  const subscriptions = openSubscriptions({
    identity: () => storage.identity,
    head: () => headOf(storage),
    readAll: (slice) => Promise.resolve(readAllOf(storage, slice)),
  })
  storage.appended.add(subscriptions.wake)

  const append = (outcome: AppendOutcome): AppendOutcome => {
    if (outcome.outcome === 'appended') storage.appended.forEach((wake) => wake())
    return outcome
  }

  return {
    identity: gate.pass(() => storage.identity),
    append: gate.pass((request) => append(appendToMemory(storage, prepareAppend(request)))),
    findCommand: gate.pass((stream, id) => storage.streams.get(stream)?.commands.get(id)),
    readStream: gate.pass((stream, slice = {}) => readStreamOf(storage, stream, slice)),
    readAll: gate.pass((slice) => readAllOf(storage, slice)),
    readCommands: gate.pass((range) => readCommandsOf(storage, range)),
    head: gate.pass(() => headOf(storage)),
    last: gate.pass(() => {
      const event = storage.all.at(-1)
      return event && readMemoryEvent(event)
    }),
    subscribe: gate.pass((request) => subscriptions.subscribe(request)),
    condition: () =>
      conditionOf(
        gate.pass(() => storage.identity),
        gate.pass(() => headOf(storage)),
      ),
    close: () =>
      gate.close(async () => {
        await subscriptions.closeAll()
        storage.appended.delete(subscriptions.wake)
      }),
  }
}

const headOf = ({ all }: MemoryStorage): Position => all.at(-1)?.position ?? beforeAll

const readStreamOf = (
  storage: MemoryStorage,
  stream: StreamName,
  slice: StreamSlice,
): readonly StoredEvent[] => {
  checkStreamSlice(slice)
  const events = storage.streams.get(stream)?.events ?? []
  return ordered(events, slice).slice(0, slice.limit).map(readMemoryEvent)
}

const ordered = (events: readonly MemoryEvent[], { direction, from }: StreamSlice): readonly MemoryEvent[] =>
  direction === 'backwards' ? events.slice(0, (from ?? events.length) + 1).reverse() : events.slice(from ?? 0)

const readAllOf = (storage: MemoryStorage, slice: AllSlice): AllPage => {
  checkAllSlice(slice)
  const head = headOf(storage)
  const behind = storage.all.slice(firstAfter(storage.all, slice.after))
  const wanted = behind.filter(({ type }) => slice.types?.includes(type) ?? true)
  const page = wanted.slice(0, slice.limit)
  const end =
    page.length === wanted.length ? later(head, slice.after) : (page.at(-1)?.position ?? slice.after)
  return { events: page.map(readMemoryEvent), position: end, atHead: end >= head }
}

const readCommandsOf = (storage: MemoryStorage, range: CommandRange): readonly StoredCommand[] => {
  checkCommandRange(range)
  const within = ({ position }: MemoryEvent): boolean => position > range.after && position <= range.through
  return [...storage.streams]
    .flatMap(([stream, { events, commands }]) =>
      [...commands]
        .map(([id, stored]) => ({ stream, id, ...stored }))
        .filter(({ firstRevision }) => events.slice(firstRevision, firstRevision + 1).some(within)),
    )
    .sort((one, other) => one.position - other.position)
}

const later = (one: Position, other: Position): Position => (one > other ? one : other)

/** The index of the first event behind `after`: positions only grow, so halving finds it. */
const firstAfter = (all: readonly MemoryEvent[], after: Position): number => {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    const event = all[middle]
    if (event !== undefined && event.position <= after) low = middle + 1
    else high = middle
  }
  return low
}
