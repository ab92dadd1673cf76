import { type AppendOutcome, type StreamName } from '#domain/ports/event-log.js'
import { type PreparedAppend } from '../prepared-append.js'

export interface AppendQueue {
  readonly append: (append: PreparedAppend) => Promise<AppendOutcome>
  /** Resolves once nothing is under way. */
  readonly drained: () => Promise<void>
}

/**
 * Appends to one stream one at a time, in the order in which they came; to different streams side by side. When more
 * than `waitingEvents` wait, the next append is answered `busy`: callers who don't wait for answers can't fill the memory.
 */
export const openAppendQueue = (
  work: (append: PreparedAppend) => Promise<AppendOutcome>,
  waitingEvents: number,
): AppendQueue => {
  const lines = new Map<StreamName, Promise<unknown>>()
  const running = new Set<Promise<unknown>>()
  let waiting = 0

  const append = (prepared: PreparedAppend): Promise<AppendOutcome> => {
    const size = prepared.events.length
    if (waiting > 0 && waiting + size > waitingEvents) return Promise.resolve({ outcome: 'busy' })
    waiting += size
    const before = lines.get(prepared.stream) ?? Promise.resolve()
    const result = before.then(() => work(prepared))
    const settled = result
      .catch(() => undefined) // who asked is told; the next one goes on all the same
      .then(() => {
        waiting -= size
        running.delete(settled)
        if (lines.get(prepared.stream) === settled) lines.delete(prepared.stream)
      })
    lines.set(prepared.stream, settled)
    running.add(settled)
    return result
  }

  return {
    append,
    drained: async () => {
      await Promise.all(running)
    },
  }
}
