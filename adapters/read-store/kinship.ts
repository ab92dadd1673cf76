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
  /** Everyone who was ever told, up to a position, to have come after someone. */
  readonly upTo: (position: Position, signal: AbortSignal) => Promise<Kin>
}

export const noKinship: Kinship = { upTo: () => Promise.resolve(strangers) }

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

  const learn = (event: StoredEvent): void => {
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
    upTo: async (position, signal) => {
      while (learnt < position) {
        const page = await log.readAll({ after: learnt, limit: pageSize, types })
        for (const event of page.events) learn(event)
        if (page.position > learnt) learnt = page.position
        if (page.atHead) break
        await setImmediate(undefined, { signal })
      }
      return kin
    },
  }
}

type Relation = Map<OrganisationId, Set<OrganisationId>>

const relate = (relation: Relation, one: OrganisationId, other: OrganisationId): void => {
  const known = relation.get(one)
  if (known === undefined) relation.set(one, new Set([other]))
  else known.add(other)
}
