import { encode } from '#domain/log/codec.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type {
  AppendOutcome,
  AppendRequest,
  EventLog,
  NewEvent,
  Position,
  Revision,
} from '#domain/ports/event-log.js'
import {
  SYNTHETIC_ACTOR,
  syntheticHistory,
  type SyntheticEvent,
  type SyntheticLife,
  type SyntheticSize,
} from './synthetic-history.js'

export type SynthesisOutcome =
  | { readonly outcome: 'synthesised'; readonly events: number }
  /** What is made up never mixes with what was recorded. */
  | { readonly outcome: 'log-not-empty'; readonly head: Position }
  /** Somebody else wrote meanwhile, or nothing more could be written: what stands in the log is of no use. */
  | { readonly outcome: 'stopped'; readonly why: AppendOutcome['outcome'] }

/** Events that are handed over at once: fewer than may wait, so that nothing is answered `busy`. */
const IN_FLIGHT = 4000
/** More in one append than the engines take in one transaction gains nothing. */
const IN_ONE_APPEND = 500

/**
 * Writes a made up history into an empty log, many streams at once and in the same order every time.
 *
 * @param onProgress told how many organisations are written
 */
export const writeSyntheticHistory = async (
  log: Pick<EventLog, 'append' | 'head'>,
  size: SyntheticSize,
  onProgress: (organisations: number) => void,
): Promise<SynthesisOutcome> => {
  const head = await log.head()
  if (head > 0) return { outcome: 'log-not-empty', head }
  let [events, organisations, waiting]: [number, number, AppendRequest[]] = [0, 0, []]
  let inFlight = 0
  const flush = async (): Promise<AppendOutcome['outcome'] | undefined> => {
    const outcomes = await Promise.all(waiting.map((request) => log.append(request)))
    waiting = []
    inFlight = 0
    onProgress(organisations)
    return outcomes.find(({ outcome }) => outcome !== 'appended')?.outcome
  }
  for (const life of syntheticHistory(size)) {
    waiting.push(...appendsOf(life))
    organisations += 1
    inFlight += life.events.length
    events += life.events.length
    if (inFlight < IN_FLIGHT) continue
    const why = await flush()
    if (why !== undefined) return { outcome: 'stopped', why }
  }
  const why = await flush()
  return why === undefined ? { outcome: 'synthesised', events } : { outcome: 'stopped', why }
}

const appendsOf = ({ organisation, events }: SyntheticLife): readonly AppendRequest[] => {
  const requests: AppendRequest[] = []
  for (let from = 0; from < events.length; from += IN_ONE_APPEND) {
    const [first, ...others] = events.slice(from, from + IN_ONE_APPEND).map(encoded)
    if (first === undefined) break
    requests.push({
      stream: streamOfOrganisation(organisation),
      expected: from === 0 ? 'none' : ((from - 1) as Revision), // the last one of the append before
      events: [first, ...others],
    })
  }
  return requests
}

const encoded = ({ event, recordedAt }: SyntheticEvent): NewEvent =>
  encode(event, recordedAt, { actor: SYNTHETIC_ACTOR })
