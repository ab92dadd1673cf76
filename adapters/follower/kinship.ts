import { setImmediate } from 'node:timers/promises'
import { decode, isUnreadable } from '#domain/log/codec.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { successorsNamedBy } from '#domain/organisation/existence.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'

/** Who may have come after whom. */
export interface Kin {
  readonly predecessorsOf: (id: OrganisationId) => Iterable<OrganisationId>
  /** These, and everyone who came after them, directly or not. */
  readonly withDescendants: (ids: ReadonlySet<OrganisationId>) => ReadonlySet<OrganisationId>
}

/** Nobody came after anybody: each row rests on one stream. */
export const strangers: Kin = { predecessorsOf: () => [], withDescendants: (ids) => ids }

export interface Kinship {
  /** Everyone who was ever told to have come after someone, in what was learnt so far. */
  readonly kin: Kin
  /** Learns from events that were read anyway, up to a position, behind all that was learnt; the same again teaches nothing. */
  readonly learn: (events: readonly StoredEvent[], position: Position) => void
  /** Reads what lies between what was learnt and a position. */
  readonly upTo: (position: Position, signal: AbortSignal) => Promise<void>
}

export const noKinship: Kinship = { kin: strangers, learn: () => undefined, upTo: () => Promise.resolve() }

const types = ['OrganisationSucceeded', 'OrganisationCorrected']

/** Events a page: what is read in one go, while nothing else runs. */
const pageSize = 1000

/**
 * Learns successions as the log tells them. What a correction takes back is kept: it makes a row be derived once too
 * often, or from a stream that then tells of no succession, and neither changes it. So nothing depends on how far ahead
 * of a row this has read.
 */
export const createKinship = (log: EventLog): Kinship => {
  const predecessors: Relation = new Map()
  const successors: Relation = new Map()
  let learnt = 0 as Position // before the first event of every log

  const learnFrom = (event: StoredEvent): void => {
    if (!types.includes(event.type)) return
    const [id, read] = [organisationOfStream(event.stream), decode(event)]
    if (id === undefined || isUnreadable(read)) return // its own row is set aside, and says so
    for (const successor of successorsNamedBy(read)) {
      relate(successors, id, successor)
      relate(predecessors, successor, id)
    }
  }

  const kin: Kin = {
    predecessorsOf: (id) => predecessors.get(id) ?? [],
    withDescendants: (ids) => {
      const all = new Set(ids)
      for (const id of all) for (const successor of successors.get(id) ?? []) all.add(successor) // a set hands over what joins it meanwhile
      return all
    },
  }

  return {
    kin,
    learn: (events, position) => {
      for (const event of events) learnFrom(event)
      if (position > learnt) learnt = position
    },
    upTo: async (position, signal) => {
      while (learnt < position) {
        const page = await log.readAll({ after: learnt, limit: pageSize, types })
        for (const event of page.events) learnFrom(event)
        if (page.position > learnt) learnt = page.position
        if (page.atHead) break
        await setImmediate(undefined, { signal })
      }
    },
  }
}

type Relation = Map<OrganisationId, Set<OrganisationId>>

const relate = (relation: Relation, one: OrganisationId, other: OrganisationId): void => {
  const known = relation.get(one)
  if (known === undefined) relation.set(one, new Set([other]))
  else known.add(other)
}
