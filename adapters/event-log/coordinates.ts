import type {
  LogId,
  Position,
  Revision,
  StreamName,
  AllSlice,
  CommandRange,
  StreamSlice,
} from '#domain/ports/event-log.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'

/** The brands of the port, given to values that an engine has read from its own store. */
export const revision = (value: number): Revision => value as Revision
export const position = (value: number): Position => value as Position
export const logId = (value: string): LogId => value as LogId
export const streamName = (value: string): StreamName => value as StreamName

/** Before the first event of every log. */
export const beforeAll: Position = position(0)

/** @throws EventLogFault `invalid-read` for a limit below 1 or a revision that can't exist. */
export const checkStreamSlice = ({ from, limit }: StreamSlice): void => {
  if (from !== undefined) checkAtLeast(0, from, 'from')
  if (limit !== undefined) checkAtLeast(1, limit, 'limit')
}

/** @throws EventLogFault `invalid-read` for a limit below 1, a negative position, or an empty choice of types. */
export const checkAllSlice = ({ after, limit, types }: AllSlice): void => {
  checkAtLeast(0, after, 'after')
  checkAtLeast(1, limit, 'limit')
  checkTypes(types)
}

/** @throws EventLogFault `invalid-read` for a negative position. */
export const checkCommandRange = ({ after, through }: CommandRange): void => {
  checkAtLeast(0, after, 'after')
  checkAtLeast(0, through, 'through')
}

/** An empty list would mean «nothing» here and «everything» in a filter of EventStoreDB: it is refused. */
export const checkTypes = (types: readonly string[] | undefined): void => {
  if (types?.length === 0)
    throw new EventLogFault('invalid-read', 'types is empty: leave it out to read every type')
}

const checkAtLeast = (least: number, value: number, name: string): void => {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new EventLogFault(
      'invalid-read',
      `${name} is ${value}: an integer of at least ${least} is expected`,
    )
  }
}
