import type { JsonObject } from '#domain/kernel/json.js'
import type { AppendOutcome, EventLog } from '#domain/ports/event-log.js'

/** Before the nth append something else happens. */
export const before = (log: EventLog, nth: number, happen: () => Promise<void>): EventLog => {
  let count = 0
  return {
    ...log,
    append: async (request) => {
      count += 1
      if (count === nth) await happen()
      return log.append(request)
    },
  }
}

/** Stores the nth append, and fails all the same. */
export const losingAnswer = (log: EventLog, nth: number): EventLog => {
  let count = 0
  return {
    ...log,
    append: async (request) => {
      const outcome = await log.append(request)
      count += 1
      if (count === nth) throw new Error('the answer was lost')
      return outcome
    },
  }
}

/** Answers the first so many appends without storing them. */
export const answering = (log: EventLog, outcome: AppendOutcome, times: number): EventLog => {
  let left = times
  return {
    ...log,
    append: (request) => {
      left -= 1
      return left >= 0 ? Promise.resolve(outcome) : log.append(request)
    },
  }
}

/** The data of one event replaced on its way out of the log, as a tampered store would give it. */
export const tamperedWith = (
  log: EventLog,
  stream: string,
  revision: number,
  data: JsonObject,
): EventLog => ({
  ...log,
  readAll: async (slice) => {
    const page = await log.readAll(slice)
    return {
      ...page,
      events: page.events.map((event) =>
        event.stream === stream && event.revision === revision ? { ...event, data } : event,
      ),
    }
  },
})
