import { type LogId, type Position, type Revision, type StreamName } from '#domain/ports/event-log.js'

/** The brands of the port, given to values that an engine has read from its own store. */
export const revision = (value: number): Revision => value as Revision
export const position = (value: number): Position => value as Position
export const logId = (value: string): LogId => value as LogId
export const streamName = (value: string): StreamName => value as StreamName

/** Before the first event of every log. */
export const beforeAll: Position = position(0)
