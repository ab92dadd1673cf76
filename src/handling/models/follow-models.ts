import { decodeModelEvent, isUnreadable, modelEventTypes } from '#domain/log/codec.js'
import type { RecordedModelEvent } from '#domain/models/model-event.js'
import type { EventLog, Position, StoredEvent } from '#domain/ports/event-log.js'
import type { Reactor } from '#domain/ports/reactor.js'
import { openModelShelf, type FullShelf } from './model-shelf.js'

/** A shelf that stays current: what is published, here or by another process, is on it. */
export interface FollowedShelf extends FullShelf {
  /** Resolves once everything that the log holds by now is on the shelf: one reads one's own writes. */
  refresh(): Promise<void>
  /** Whether everything up to a position is on the shelf; reads what is missing. */
  hasSeen(position: Position): Promise<boolean>
  /** Calls back, from now on, whenever something was published. */
  whenPublished(listener: () => void): void
  /** Puts on the shelf what a follower hands over. */
  readonly reactor: Reactor
}

interface Setup {
  readonly log: Pick<EventLog, 'readAll'>
  readonly warn: (message: string) => void
}

const types = modelEventTypes.map(({ name }) => name)
const PAGE = 500

/** Opens the shelf as of the log's end; its reactor keeps it current. */
export const followModels = async ({ log, warn }: Setup): Promise<FollowedShelf> => {
  const published = new Map<string, RecordedModelEvent>()
  const listeners: (() => void)[] = []
  let shelf = openModelShelf()
  let position = nowhere

  /** The same events may come on both ways, by a refresh and by the reactor: an id is taken once. */
  const take = (events: readonly StoredEvent[], reached: Position): void => {
    const read = events.filter(({ id }) => !published.has(id)).map(readOrWarn(warn))
    for (const event of read) if (event !== undefined) published.set(event.id, event)
    if (reached > position) position = reached
    if (read.length === 0) return
    shelf = openModelShelf([...published.values()])
    for (const listener of listeners) listener()
  }

  const refresh = async (): Promise<void> => {
    for (let [from, atHead] = [position, false]; !atHead;) {
      const page = await log.readAll({ after: from, limit: PAGE, types })
      take(page.events, page.position)
      from = page.position
      atHead = page.atHead
    }
  }

  const reactor: Reactor = {
    name: 'models',
    types,
    from: 'start',
    react: ({ events, position: reached }) => {
      take(events, reached)
      return Promise.resolve(reached)
    },
    startOver: () => {
      published.clear()
      shelf = openModelShelf()
      position = nowhere
    },
  }

  await refresh()
  return {
    get usual() {
      return shelf.usual
    },
    get references() {
      return shelf.references
    },
    get all() {
      return shelf.all
    },
    find: (reference) => shelf.find(reference),
    refresh,
    hasSeen: async (asked) => {
      if (position < asked) await refresh()
      return position >= asked
    },
    whenPublished: (listener) => void listeners.push(listener),
    reactor,
  }
}

const nowhere = 0 as Position // before the first event of every log

const readOrWarn =
  (warn: Setup['warn']) =>
  (stored: StoredEvent): RecordedModelEvent | undefined => {
    const read = decodeModelEvent(stored)
    if (!isUnreadable(read)) return read
    warn(
      `${stored.stream}@${stored.revision} : ce modèle a été publié par une version plus récente du programme, et reste de côté. (Published by a newer program, set aside.)`,
    )
    return undefined
  }
