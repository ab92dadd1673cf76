import type { Position } from '#domain/ports/event-log.js'

/** `position` is how far the reader was; `closed`: it will get no further. */
export interface WaitOutcome {
  readonly outcome: 'reached' | 'timed-out' | 'closed'
  readonly position: Position
}

/** Those who want a position to have been seen before they read. */
export interface PositionWaiters {
  /** `timeout` in milliseconds. A position that was reached is answered at once. */
  readonly wait: (position: Position, timeout: number) => Promise<WaitOutcome>
  /** To be called whenever the reader may have got further. */
  readonly wake: () => void
  readonly close: () => void
}

interface Waiter {
  readonly position: Position
  readonly settle: (outcome: WaitOutcome['outcome']) => void
}

export const createPositionWaiters = (reached: () => Position): PositionWaiters => {
  const waiting = new Set<Waiter>()
  let closed = false

  const wait: PositionWaiters['wait'] = (position, timeout) => {
    if (reached() >= position) return Promise.resolve({ outcome: 'reached', position: reached() })
    if (closed) return Promise.resolve({ outcome: 'closed', position: reached() })
    return new Promise((resolve) => {
      const settle: Waiter['settle'] = (outcome) => {
        clearTimeout(timer)
        waiting.delete(waiter)
        resolve({ outcome, position: reached() })
      }
      const waiter = { position, settle }
      const timer = setTimeout(settle, timeout, 'timed-out')
      waiting.add(waiter)
    })
  }

  return {
    wait,
    wake: () => {
      for (const { position, settle } of waiting) if (reached() >= position) settle('reached')
    },
    close: () => {
      closed = true
      for (const { settle } of waiting) settle('closed')
    },
  }
}
