import { isBehind, mayRecord, nowOf, type Times } from '#domain/clock/clock-rule.js'
import { CLOCK_STREAM } from '#domain/clock/clock-event.js'
import { decodeClockEvent, isUnreadable } from '#domain/log/codec.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { EventLog, NewEvent, StoredEvent } from '#domain/ports/event-log.js'

/** Time as a node keeps it: everything that asks «now» of facts asks here. */
export interface KeptTime {
  /** The later of the clock and the log. */
  readonly now: Clock
  /** The moment that answers count as now, where the clock is so far behind that they have to say so. */
  readonly aheadOfClock: () => Instant | undefined
}

export interface LogInTime {
  /** The same log; it takes nothing while this node’s clock is wrong. */
  readonly log: EventLog
  readonly time: KeptTime
}

/**
 * Puts the clock’s rule before a log. How far the log has come is seen from what is appended through it and from what its
 * subscribers are told, so that nothing is read for it but the last event, once.
 */
export const keepTime = async (log: EventLog, clock: Clock): Promise<LogInTime> => {
  let [lastRecorded, acceptedThrough] = [0, await acceptedIn(log)]
  const saw = (events: readonly Pick<NewEvent, 'recordedAt'>[]): void => {
    for (const { recordedAt } of events) lastRecorded = Math.max(lastRecorded, recordedAt)
  }
  const heard = (events: readonly StoredEvent[]): void => {
    saw(events)
    for (const event of events) {
      if (event.stream === CLOCK_STREAM) acceptedThrough = Math.max(acceptedThrough, throughOf(event))
    }
  }
  const last = await log.last()
  if (last !== undefined) saw([last])
  const times = (): Times => ({ clock: clock(), lastRecorded, acceptedThrough })

  return {
    log: {
      ...log,
      append: async (request) => {
        if (!mayRecord(times())) return { outcome: 'clock-behind' }
        const outcome = await log.append(request)
        if (outcome.outcome === 'appended') saw(request.events)
        return outcome
      },
      subscribe: (request) =>
        log.subscribe({
          ...request,
          handle: (events, position) => {
            heard(events)
            return request.handle(events, position)
          },
        }),
    },
    time: {
      now: () => nowOf(times()),
      aheadOfClock: () => (isBehind(times()) ? lastRecorded : undefined),
    },
  }
}

/** The latest moment of the log that staff accepted; 0 when none. */
export const acceptedIn = async (log: Pick<EventLog, 'readStream'>): Promise<Instant> =>
  Math.max(0, ...(await log.readStream(CLOCK_STREAM)).map(throughOf))

/** What a newer program accepted in words that this one can’t read is not accepted here. */
const throughOf = (event: StoredEvent): Instant => {
  const read = decodeClockEvent(event)
  return isUnreadable(read) ? 0 : Date.parse(read.data.lastRecorded)
}
