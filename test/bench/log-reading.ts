import { type EventLog, type Position, type StoredEvent } from '#domain/ports/event-log.js'

/** What a read model of a line a stream would keep: enough work to touch every event, no more. */
interface Tally {
  readonly events: number
  readonly weeks: number
}

type Fold = Map<string, Tally>

const fold = (state: Fold, { stream, data }: StoredEvent): void => {
  const before = state.get(stream) ?? { events: 0, weeks: 0 }
  state.set(stream, { events: before.events + 1, weeks: before.weeks + Number(data['weeks']) })
}

/** Every event of a log through the fold, by pages as a projection reads them; the number of events. */
export const replay = async (log: EventLog): Promise<number> => {
  const state: Fold = new Map()
  let after = 0 as Position
  for (;;) {
    const page = await log.readAll({ after, limit: 1024 })
    for (const event of page.events) fold(state, event)
    after = page.position
    if (page.atHead) return total(state)
  }
}

/** The same events as JSON texts in memory, each parsed and folded: no store can be faster than this. */
export const replayFromMemory = (texts: readonly string[]): number => {
  const state: Fold = new Map()
  for (const text of texts) fold(state, JSON.parse(text) as StoredEvent)
  return total(state)
}

/** As above, with only what the fold needs in each text: the measure of the design's own table. */
export const dataOnly = ({ stream, data }: StoredEvent): string => JSON.stringify({ stream, data })

export const readTexts = async (
  log: EventLog,
  asText: (event: StoredEvent) => string,
): Promise<readonly string[]> => {
  const texts: string[] = []
  let after = 0 as Position
  for (;;) {
    const page = await log.readAll({ after, limit: 1024 })
    texts.push(...page.events.map(asText))
    after = page.position
    if (page.atHead) return texts
  }
}

const total = (state: Fold): number => {
  let events = 0
  for (const tally of state.values()) events += tally.events
  return events
}
