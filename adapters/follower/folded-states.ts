import { LRUCache } from 'lru-cache'
import { decode, isUnreadable } from '#domain/log/codec.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import {
  growingHistory,
  type GrowingHistory,
  type OrganisationHistory,
} from '#domain/organisation/history.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { EventLog, Position, Revision, StoredEvent, StreamName } from '#domain/ports/event-log.js'

/** Where a stream stands: at its last event. */
export interface Place {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
}

/** The state of one organisation, as far as events were taken. */
export interface FoldedState {
  readonly history: GrowingHistory
  /** When its last event was recorded. */
  readonly recordedAt: Instant
  /** Undefined before its first event. */
  readonly last?: Place
  /** The first event that this program can't read: nothing after it is folded, and no row says what it meant. */
  readonly unreadable?: UnreadablePlace
}

export interface UnreadablePlace extends Place {
  /** French and English. */
  readonly reason: string
}

/** What the log tells of one organisation up to a revision; a value, which later events leave alone. */
export interface OrganisationAtRevision {
  readonly history: OrganisationHistory
  readonly recordedAt: Instant
  readonly revision: Revision
  /** Of its last event. */
  readonly position: Position
}

export interface FoldedStates {
  /** Takes the next event of an organisation: folded where its state is kept, or begins with it; else left to `at`. */
  readonly take: (id: OrganisationId, event: StoredEvent) => void
  /**
   * The state as of a position up to which every event was taken. Its stream is read where the state is not kept, and
   * only then.
   */
  readonly at: (id: OrganisationId, position: Position) => Promise<FoldedState>
  /** The state that is kept, if it is one that can be read. */
  readonly kept: (id: OrganisationId) => OrganisationAtRevision | undefined
  /** States that took events which were not committed: they are read anew. */
  readonly forget: (ids: Iterable<OrganisationId>) => void
  readonly clear: () => void
  /** How much is kept, and how many events were folded since the start. */
  readonly counts: () => { readonly organisations: number; readonly facts: number; readonly folded: number }
}

/**
 * Keeps what the organisations that were told of last are folded to: `capacity` events in all, of about a kilobyte each.
 * An event advances its organisation's state in place and costs what it tells, whatever came before it.
 */
export const createFoldedStates = (log: Pick<EventLog, 'readStream'>, capacity: number): FoldedStates => {
  const states = new LRUCache<OrganisationId, FoldedState>({
    maxSize: capacity,
    sizeCalculation: ({ history }) => history.now().length + 1,
  })
  let folded = 0

  /** Always a new object: what grew is weighed anew. */
  const after = (state: FoldedState, event: StoredEvent): FoldedState => {
    const { stream, revision, position, recordedAt } = event
    const last = { stream, revision, position }
    if (state.unreadable !== undefined) return { ...state, last }
    folded += 1
    const fault = foldInto(state.history, event)
    return fault === undefined
      ? { history: state.history, recordedAt, last }
      : { ...state, last, unreadable: { ...last, reason: fault } }
  }

  const read = async (id: OrganisationId, position: Position): Promise<FoldedState> => {
    const stored = await log.readStream(streamOfOrganisation(id))
    return stored.filter((event) => event.position <= position).reduce(after, nothingTold())
  }

  return {
    take: (id, event) => {
      const state = states.get(id) ?? (event.revision === 0 ? nothingTold() : undefined)
      if (state === undefined) return
      const next = state.last === undefined ? 0 : state.last.revision + 1
      if (event.revision === next) states.set(id, after(state, event))
      else if (event.revision > next) states.delete(id) // something is missing between
    },
    at: async (id, position) => {
      const known = states.get(id)
      if (known !== undefined && (known.last?.position ?? 0) <= position) return known
      const state = await read(id, position)
      if (known === undefined) states.set(id, state)
      return state
    },
    kept: (id) => {
      const state = states.get(id)
      if (state?.last === undefined || state.unreadable !== undefined) return undefined
      const { revision, position } = state.last
      return { history: state.history.kept(), recordedAt: state.recordedAt, revision, position }
    },
    forget: (ids) => {
      for (const id of ids) states.delete(id)
    },
    clear: () => states.clear(),
    counts: () => ({ organisations: states.size, facts: states.calculatedSize - states.size, folded }),
  }
}

const nothingTold = (): FoldedState => ({ history: growingHistory(), recordedAt: 0 })

/** Why an event can't be folded; undefined once it is. */
const foldInto = (history: GrowingHistory, event: StoredEvent): string | undefined => {
  try {
    const read = decode(event)
    if (isUnreadable(read)) return fromNewerProgram(event)
    history.add(read satisfies RecordedEvent)
    return undefined
  } catch (error) {
    return unlikeItsType(event, error)
  }
}

const named = ({ revision, stream, type, schemaVersion, position }: StoredEvent) => ({
  fr: `l’événement ${revision} de ${stream} (${type}, version ${schemaVersion}, position ${position})`,
  en: `event ${revision} of ${stream}, ${type}, version ${schemaVersion}, position ${position},`,
})

const fromNewerProgram = (event: StoredEvent): string => {
  const { fr, en } = named(event)
  return `${fr} vient d’un programme plus récent : mettre celui-ci à jour (${en} was written by a newer program: update this one)`
}

const unlikeItsType = (event: StoredEvent, error: unknown): string => {
  const { fr, en } = named(event)
  return `${fr} ne peut être lu (${en} cannot be read): ${error instanceof Error ? error.message : String(error)}`
}
