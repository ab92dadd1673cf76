import {
  type AllPage,
  type AllSlice,
  type Position,
  type StreamName,
  type StreamSlice,
} from '#domain/ports/event-log.js'
import { beforeAll } from '../coordinates.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { classifyError } from './classify-error.js'
import { type Call } from './connection.js'
import { type PageRequest, type RecordedEvent, type RecordedPage } from './database-client.js'
import { readFact, type ReadFact } from './event-format.js'
import { identityStream } from './log-identity.js'

/** Runs one call to its end, with or without trying again. */
export type RunCall = <Result>(call: Call<Result>) => Promise<Result>

/** So many events a call: some hundred milliseconds, well below every deadline. */
const eventsPerCall = 1_000

/** A database shared with another program may hold thousands of its streams: so many are named. */
const strangersTold = 5

/** A search for rare types looks at no more than so many events in one go. */
const searchWindow = 4_000

/**
 * The events of a stream, in pages; empty for one that does not exist.
 *
 * @throws EventLogFault `damaged` for an event that this adapter did not write
 */
export const readStreamFacts = async (
  run: RunCall,
  stream: StreamName,
  { direction = 'forwards', from, limit = Number.MAX_SAFE_INTEGER }: StreamSlice,
): Promise<ReadFact[]> => {
  const facts: ReadFact[] = []
  let next = await startOf(run, stream, direction, from)
  while (next !== undefined && facts.length < limit) {
    const request = { direction, from: next, count: Math.min(eventsPerCall, limit - facts.length) }
    const page = await streamPage(run, stream, request)
    for (const recorded of page.events) facts.push(factOfStream(recorded))
    const last = page.events.at(-1)?.revision
    if (page.exhausted || last === undefined || (direction === 'backwards' && last === 0n)) break
    next = direction === 'forwards' ? last + 1n : last - 1n
  }
  return facts
}

/** Where to begin; a server asked to go backwards from beyond the end would begin who knows where. */
const startOf = async (
  run: RunCall,
  stream: StreamName,
  direction: 'forwards' | 'backwards',
  from: number | undefined,
): Promise<bigint | 'start' | 'end' | undefined> => {
  if (direction === 'forwards') return from === undefined ? 'start' : BigInt(from)
  if (from === undefined) return 'end'
  const last = (await streamPage(run, stream, { direction, from: 'end', count: 1 })).events[0]?.revision
  if (last === undefined) return undefined
  return last < BigInt(from) ? last : BigInt(from)
}

/** One page of a stream as the database has it; a stream that does not exist is an empty one. */
export const streamPage = (run: RunCall, stream: StreamName, request: PageRequest): Promise<RecordedPage> =>
  run(async (client, signal) => {
    try {
      return await client.readStream(stream, request, signal)
    } catch (error) {
      if (classifyError(error).trouble === 'no-stream') return { events: [], exhausted: true }
      throw error
    }
  })

const factOfStream = (recorded: RecordedEvent): ReadFact => {
  const fact = readFact(recorded)
  if (fact !== undefined) return fact
  throw new EventLogFault(
    'damaged',
    `the event ${recorded.revision}@${recorded.stream} was not written by this program`,
  )
}

/** A page over all streams, with what only the adapter reads. */
export interface FactPage extends Pick<AllPage, 'position' | 'atHead'> {
  readonly facts: readonly ReadFact[]
}

export interface AllReader {
  readonly readFacts: (run: RunCall, slice: AllSlice) => Promise<FactPage>
  readonly readAll: (run: RunCall, slice: AllSlice) => Promise<AllPage>
  /** The same, where `after` must be 0 or an event's position: `history-changed` when no event stands there. */
  readonly readBehindEvent: (run: RunCall, slice: AllSlice) => Promise<AllPage>
  readonly head: (run: RunCall) => Promise<Position>
}

/** Reads over all streams; facts only: the system's events are passed over, those of strangers too, and told once. */
export const createAllReader = (warn: (message: string) => void): AllReader => {
  const told = new Set<string>()

  const factOf = (recorded: RecordedEvent): ReadFact | undefined => {
    if (isOfTheSystem(recorded)) return undefined
    const fact = readFact(recorded)
    if (fact === undefined && !told.has(recorded.stream) && told.size < strangersTold) {
      told.add(recorded.stream)
      const last = told.size === strangersTold
      warn(
        `Le flux ${recorded.stream} porte des événements d’un autre programme, laissés de côté.${last ? ' Les flux suivants ne seront plus nommés.' : ''} ` +
          `(The stream ${recorded.stream} holds another program's events, which are left out.${last ? ' Further streams will not be named.' : ''})`,
      )
    }
    return fact
  }

  const head = async (run: RunCall): Promise<Position> => {
    let from: bigint | 'end' = 'end'
    for (let count = 16; ; count = eventsPerCall) {
      const page = await allPage(run, { direction: 'backwards', from, count })
      for (const recorded of page.events) {
        const fact = factOf(recorded)
        if (fact !== undefined) return fact.event.position
      }
      const last = page.events.at(-1)?.position
      if (page.exhausted || last === undefined) return beforeAll
      from = last
    }
  }

  /** `anchored`: whether an event stands at `after`, or `after` lies before all. */
  const scan = async (run: RunCall, slice: AllSlice): Promise<FactPage & { readonly anchored: boolean }> => {
    const { after, limit, types } = slice
    const wanted = types === undefined ? undefined : new Set(types)
    const facts: ReadFact[] = []
    let [anchored, reached, looked] = [after === beforeAll, after, 0]
    let from: bigint | 'start' = after === beforeAll ? 'start' : BigInt(after)
    for (;;) {
      // One for the event at `from`, which is known, and one to see whether any lies behind.
      const count = Math.min(wanted === undefined ? limit - facts.length + 2 : eventsPerCall, eventsPerCall)
      const page = await allPage(run, { direction: 'forwards', from, count })
      for (const recorded of page.events) {
        const fact = factOf(recorded)
        if (fact === undefined) continue
        const { event } = fact
        if (event.position <= reached) {
          anchored ||= event.position === after
          continue
        }
        if (facts.length === limit) return { facts, position: reached, atHead: false, anchored }
        if (wanted?.has(event.type) ?? true) facts.push(fact)
        reached = event.position
        looked += 1
      }
      if (page.exhausted) return { facts, position: reached, atHead: true, anchored }
      if (looked >= searchWindow) return { facts, position: reached, atHead: false, anchored }
      from = page.events.at(-1)?.position ?? from
    }
  }

  const readFacts = async (run: RunCall, slice: AllSlice): Promise<FactPage> => {
    try {
      const { anchored: _, ...page } = await scan(run, slice)
      return page
    } catch (error) {
      if (classifyError(error).trouble !== 'invalid-position') throw error
      if (slice.after > (await head(run))) return { facts: [], position: slice.after, atHead: true }
      throw new EventLogFault('invalid-read', `no event stands at position ${slice.after}`, { cause: error })
    }
  }

  const readAll = async (run: RunCall, slice: AllSlice): Promise<AllPage> =>
    eventsOf(await readFacts(run, slice))

  const readBehindEvent = async (run: RunCall, slice: AllSlice): Promise<AllPage> => {
    const { anchored, ...page } = await scan(run, slice).catch((error: unknown) => {
      if (classifyError(error).trouble !== 'invalid-position') throw error
      return { facts: [], position: slice.after, atHead: true, anchored: false }
    })
    if (anchored) return eventsOf(page)
    throw new EventLogFault(
      'history-changed',
      `no event stands at position ${slice.after} any more: the event database was restored from an older copy`,
    )
  }

  return { readFacts, readAll, readBehindEvent, head }
}

const eventsOf = ({ facts, ...page }: FactPage): AllPage => ({
  events: facts.map(({ event }) => event),
  ...page,
})

const isOfTheSystem = ({ stream, type }: RecordedEvent): boolean =>
  stream.startsWith('$') || type.startsWith('$') || stream === identityStream

/** A page over all streams. The right to it is one of its own, which an administrator grants. */
const allPage = (run: RunCall, request: PageRequest): Promise<RecordedPage> =>
  run(async (client, signal) => {
    try {
      return await client.readAll(request, signal)
    } catch (error) {
      if (classifyError(error).trouble !== 'not-allowed') throw error
      throw new EventLogFault('all-not-readable', 'this user may not read $all', { cause: error })
    }
  })

/** The commit position behind which a watch has to begin. */
export const watchFrom = (head: Position): bigint | 'start' => (head === beforeAll ? 'start' : BigInt(head))
