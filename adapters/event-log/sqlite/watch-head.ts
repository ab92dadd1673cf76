import { type Position } from '#domain/ports/event-log.js'
import { beforeAll } from '../coordinates.js'
import { type Subscriptions } from '../subscriptions.js'

/** How long a subscription may not know of what another process appended, in milliseconds. */
const interval = 75

/**
 * SQLite tells nobody of another process's commits, so the head is looked at now and then, while there are
 * subscriptions. The timer keeps no process alive.
 */
export const watchHead = (
  head: () => Position,
  subscriptions: Subscriptions,
): { readonly stop: () => void } => {
  let seen = beforeAll
  const look = (): void => {
    if (subscriptions.isEmpty()) return
    const now = headOrNothing(head)
    if (now === seen) return
    seen = now ?? seen
    subscriptions.wake()
  }
  const timer = setInterval(look, interval).unref()
  return { stop: () => clearInterval(timer) }
}

/** A head that can't be read is told by the subscriptions, which meet the same error when they are woken. */
const headOrNothing = (head: () => Position): Position | undefined => {
  try {
    return head()
  } catch {
    return undefined
  }
}
