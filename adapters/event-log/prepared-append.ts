import type { Instant } from '#domain/kernel/instant.js'
import type {
  AppendRequest,
  CommandMark,
  ExpectedRevision,
  NewEvent,
  StreamName,
  Revision,
} from '#domain/ports/event-log.js'
import { asciiJson, departureFromJson } from './event-json.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'

/** An event ready to be written: `data` and `envelope` are JSON in ASCII. */
export interface PreparedEvent {
  readonly type: string
  readonly recordedAt: Instant
  readonly data: string
  readonly envelope: string
}

/** An append that can only fail by the stream's state or by the store: everything about itself was checked. */
export interface PreparedAppend {
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly command?: CommandMark
  readonly events: readonly PreparedEvent[]
}

/** EventStoreDB's default for a whole append, in bytes: what one engine takes, every engine takes. */
const maxAppendBytes = 1_048_576

const streamPattern = /^[a-z][a-z0-9]*-[a-z0-9]+(?:[._-][a-z0-9]+)*$/
const typePattern = /^[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*$/
const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const unprintable = /\p{Cc}|\p{Cs}/u

/**
 * Checks a request and turns its events into text, before it waits for anything and without touching the store.
 *
 * @throws EventLogFault `invalid-append` or `append-too-large`: the caller is at fault, and trying again will not help.
 */
export const prepareAppend = (request: AppendRequest): PreparedAppend => {
  checkStreamName(request.stream)
  checkExpected(request.expected)
  if (request.command !== undefined) checkCommand(request.command)
  const events = prepareEvents(request.events)
  checkSize(events, request.command)
  const { stream, expected, command } = request
  return command === undefined ? { stream, expected, events } : { stream, expected, events, command }
}

/** @throws EventLogFault `invalid-append` when a name is not `<category>-<id>` in lower case, at most 200 characters. */
const checkStreamName = (stream: string): void => {
  insist(typeof stream === 'string' && stream.length <= 200, () => 'a stream name has at most 200 characters')
  insist(streamPattern.test(stream), () => `stream name ${quoted(stream)} is not of the form category-id`)
}

const checkExpected = (expected: ExpectedRevision): void => {
  const known = expected === 'none' || expected === 'exists' || expected === 'any'
  insist(
    known || isCount(expected),
    () => `expected revision ${quoted(expected)} is none of none, exists, any, 0, 1, 2…`,
  )
}

const checkCommand = ({ id, digest }: CommandMark): void => {
  insist(isShortText(id), () => 'a command id has 1 to 200 characters and no control character')
  insist(isShortText(digest), () => 'a command digest has 1 to 200 characters and no control character')
}

const prepareEvents = (events: readonly NewEvent[]): readonly PreparedEvent[] => {
  insist(events.length > 0, () => 'an append holds at least one event')
  const ids = new Set(events.map((event) => event.id))
  insist(ids.size === events.length, () => 'two events of one append have the same id')
  return events.map(prepareEvent)
}

const prepareEvent = (event: NewEvent, index: number): PreparedEvent => {
  const { id, type, schemaVersion, recordedAt, data, metadata } = event
  insist(uuidPattern.test(id), () => `events[${index}].id ${quoted(id)} is no UUID in lower case`)
  insist(
    type.length <= 120 && typePattern.test(type),
    () => `events[${index}].type ${quoted(type)} is no event type`,
  )
  insist(
    isCount(schemaVersion) && schemaVersion > 0,
    () => `events[${index}].schemaVersion is no positive integer`,
  )
  insist(isCount(recordedAt), () => `events[${index}].recordedAt is no number of milliseconds since 1970`)
  checkPlainObject(data, `events[${index}].data`)
  checkPlainObject(metadata, `events[${index}].metadata`)
  return { type, recordedAt, data: asciiJson(data), envelope: asciiJson({ id, schemaVersion, metadata }) }
}

const checkPlainObject = (value: unknown, path: string): void => {
  insist(typeof value === 'object' && value !== null && !Array.isArray(value), () => `${path} is no object`)
  const departure = departureFromJson(value)
  insist(departure === undefined, () => `${path}${(departure ?? '').slice(-200)}`)
}

/** As EventStoreDB counts: data, what goes beside it, and the type twice (its characters have two bytes there). */
const checkSize = (events: readonly PreparedEvent[], command: CommandMark | undefined): void => {
  const mark = command === undefined ? 0 : 2 * (command.id.length + command.digest.length)
  const bytes = events.reduce(
    (sum, { type, data, envelope }) => sum + data.length + envelope.length + 2 * type.length,
    mark,
  )
  if (bytes > maxAppendBytes) {
    const message = `an append of ${bytes} bytes is over the limit of ${maxAppendBytes}`
    throw new EventLogFault('append-too-large', message)
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isShortText = (value: string): boolean =>
  value.length > 0 && value.length <= 200 && !unprintable.test(value)

const quoted = (value: string | number): string => JSON.stringify(value).slice(0, 80)

/** The message is only made when it is needed: this runs for every event that is written. */
const insist = (holds: boolean, message: () => string): void => {
  if (!holds) throw new EventLogFault('invalid-append', message())
}

/** Whether a stream that ends at `actual` is what the writer took it to be. */
export const isAsExpected = (expected: ExpectedRevision, actual: Revision | 'none'): boolean => {
  if (expected === 'any') return true
  if (expected === 'exists') return actual !== 'none'
  return expected === actual
}
