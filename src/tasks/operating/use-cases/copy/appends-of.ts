import type { AppendRequest, NewEvent, Revision, StoredEvent, StreamName } from '#domain/ports/event-log.js'
import type { MarkedEvent } from './marked-events.js'

/** An append that writes events of one log into another, into the same stream at the same revisions. */
export interface CopyingAppend {
  readonly request: AppendRequest
  /** What it copies. */
  readonly events: readonly [StoredEvent, ...StoredEvent[]]
}

/** Without a command, more in one append gains little; so much text stays below every engine's limit, however it is escaped. */
const LARGEST = { events: 100, characters: 100_000 } as const

/** Events that go together: those of one command, or neighbours of one stream that no command wrote. */
interface Group {
  readonly begins: MarkedEvent['begins']
  readonly events: readonly [StoredEvent, ...StoredEvent[]]
  readonly characters: number
}

/**
 * The appends that write a log anew: what one command wrote is one append again, under its mark.
 *
 * @throws Error when the events of a command don't stand together, which no engine does
 */
export async function* appendsOf(events: AsyncIterable<MarkedEvent>): AsyncGenerator<CopyingAppend> {
  let group: Group | undefined
  for await (const marked of events) {
    const wider: Group | undefined = group && widened(group, marked)
    if (group !== undefined && wider === undefined) yield appendOf(group)
    group = wider ?? { begins: marked.begins, events: [marked.event], characters: sizeOf(marked.event) }
  }
  if (group !== undefined) yield appendOf(group)
}

/** The group with one more event; undefined when that event belongs to the next. */
const widened = (group: Group, { event, begins }: MarkedEvent): Group | undefined => {
  const characters = group.characters + sizeOf(event)
  const follows = event.stream === group.events[0].stream && begins === undefined
  const fits =
    group.begins === undefined
      ? group.events.length < LARGEST.events && characters <= LARGEST.characters
      : group.events.length < group.begins.events
  if (!follows || !fits) return undefined
  return { ...group, events: [...group.events, event], characters }
}

const sizeOf = ({ data, metadata }: StoredEvent): number => JSON.stringify([data, metadata]).length

const appendOf = ({ begins, events }: Group): CopyingAppend => {
  const [{ stream, revision }, ...others] = events
  if (begins !== undefined && begins.events !== events.length) throw scattered(stream, revision)
  const request: AppendRequest = {
    stream,
    expected: revision === 0 ? 'none' : ((revision - 1) as Revision), // the one before
    events: [newEvent(events[0]), ...others.map(newEvent)],
  }
  if (begins === undefined) return { request, events }
  return { request: { ...request, command: { id: begins.id, digest: begins.digest } }, events }
}

const scattered = (stream: StreamName, revision: Revision): Error =>
  new Error(`the events of the command that begins at ${revision}@${stream} do not stand together in the log`)

/** The event without its place, which the other log gives. */
const newEvent = ({ stream: _, revision: __, position: ___, ...event }: StoredEvent): NewEvent => event
