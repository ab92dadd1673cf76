import { setTimeout } from 'node:timers/promises'
import { decodeModelEvent, isUnreadable } from '#domain/log/codec.js'
import { modelEventTypes } from '#domain/log/event-types.js'
import type { RecordedModelEvent } from '#domain/models/model-event.js'
import type { EventLog, Position, StoredEvent, Subscription } from '#domain/ports/event-log.js'
import { openModelShelf, type FullShelf } from './model-shelf.js'

/** A shelf that stays current: what is published, here or by another process, is on it. */
export interface FollowedShelf extends FullShelf {
  /** Resolves once everything that the log holds by now is on the shelf: one reads one's own writes. */
  refresh(): Promise<void>
  /** Whether everything up to a position is on the shelf; reads what is missing. */
  hasSeen(position: Position): Promise<boolean>
  /** Calls back, from now on, whenever something was published. */
  whenPublished(listener: () => void): void
  close(): Promise<void>
}

interface Setup {
  readonly log: EventLog
  readonly warn: (message: string) => void
  /** Waits before following anew what broke off; five seconds unless a test says otherwise. */
  readonly pause?: (signal: AbortSignal) => Promise<void>
}

const types = modelEventTypes.map(({ name }) => name)
const PAGE = 500

/** Opens the shelf as of the log's end, and follows the log. */
export const followModels = async ({ log, warn, pause = someSeconds }: Setup): Promise<FollowedShelf> => {
  const published = new Map<string, RecordedModelEvent>()
  const listeners: (() => void)[] = []
  let shelf = openModelShelf()
  let position = 0 as Position // before the first event of every log

  /** The same events may come on both ways, by a refresh and by the subscription: an id is taken once. */
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

  const ending = new AbortController()
  const { signal } = ending
  const isEnding = (): boolean => signal.aborted
  let subscription: Subscription | undefined

  const follow = async (): Promise<void> => {
    const outcome = await log.subscribe({
      from: { log: await log.identity(), position },
      types,
      handle: (events, reached) => {
        take(events, reached)
        return Promise.resolve()
      },
    })
    if (outcome.outcome !== 'subscribed') {
      // The log is no longer the one that was read: it is read anew.
      published.clear()
      shelf = openModelShelf()
      position = 0 as Position
      throw new Error(`the log refuses to be followed: ${outcome.outcome}`)
    }
    subscription = outcome.subscription
    if (isEnding()) await subscription.close()
    await subscription.ended
  }

  const live = async (): Promise<void> => {
    while (!isEnding()) {
      try {
        await follow()
      } catch (fault) {
        if (isEnding()) return
        warn(
          `Les modèles publiés ne sont plus suivis, nouvel essai bientôt. (Published models are not followed, trying again soon.) ${String(fault)}`,
        )
        await pause(signal)
      }
    }
  }

  await refresh()
  const life = live()
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
    close: async () => {
      ending.abort()
      await subscription?.close()
      await life
    },
  }
}

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

const someSeconds = (signal: AbortSignal): Promise<void> =>
  setTimeout(5_000, undefined, { signal, ref: false }).catch(
    () => undefined, // woken by the end
  )
