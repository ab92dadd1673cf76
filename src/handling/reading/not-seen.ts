import type { EventLog, Position } from '#domain/ports/event-log.js'

/** `beyond-log`: no such position is in the log, so waiting would not help. */
export interface NotSeen {
  readonly outcome: 'not-seen-yet' | 'beyond-log'
}

/**
 * Why a position was not seen in time. A log that can't be asked may hold it: only one that answers is taken for without
 * it.
 */
export const notSeen = async (
  log: Pick<EventLog, 'condition'>,
  after: Position | undefined,
): Promise<NotSeen> => {
  const condition = await log.condition()
  const beyond = condition.usable && (after ?? 0) > condition.head
  return { outcome: beyond ? 'beyond-log' : 'not-seen-yet' }
}
