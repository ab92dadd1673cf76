import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, EventLog, Position, SubscribeOutcome } from '#domain/ports/event-log.js'
import { organisationsOf } from './touched-organisations.js'

/** Brings what serves to `position`; `touched` are those of whom something was told since the last call. */
export type Advance = (touched: ReadonlySet<OrganisationId>, position: Position) => Promise<void>

/**
 * Follows the log, and hands over whom it told of as soon as the head that it saw at the first of them is reached: a
 * reader that is behind derives each organisation once for all that it missed, and one that is not is woken by each
 * append. Whether the checkpoint is one of this log, its outcome tells.
 */
export const followLog = (log: EventLog, from: Checkpoint, advance: Advance): Promise<SubscribeOutcome> => {
  let touched = new Set<OrganisationId>()
  let target: Position | undefined
  return log.subscribe({
    from,
    handle: async (events, position) => {
      for (const id of organisationsOf(events)) touched.add(id)
      target ??= await log.head()
      if (position < target) return
      await advance(touched, position)
      touched = new Set()
      target = undefined
    },
  })
}
