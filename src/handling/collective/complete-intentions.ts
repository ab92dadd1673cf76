import { setTimeout } from 'node:timers/promises'
import { decodeCollectiveEvent, isUnreadable, collectiveEventTypes } from '#domain/log/codec.js'
import type { RecordedCollectiveEvent } from '#domain/collective/collective-event.js'
import { intentionOf, type Intention } from '#domain/collective/intention.js'
import type { StoredEvent, StreamName } from '#domain/ports/event-log.js'
import type { Reactor } from '#domain/ports/reactor.js'
import type { CommandHandling } from '#src/handling/writing/write-organisation.js'
import { carryOut } from './carry-out.js'

interface Completing {
  readonly recording: CommandHandling
  readonly warn: (message: string) => void
  /** Leaves whoever recorded an intention the time to carry it out; some seconds unless a test says otherwise. */
  readonly grace?: (signal: AbortSignal) => Promise<void>
}

const types = collectiveEventTypes.map(({ name }) => name)

/**
 * Completes what a stop left half written: at the start, and whenever another node stopped on the way. What is being
 * written right now is left alone for a while; to complete it all the same would change nothing, since its ids are known.
 */
export const completingIntentions = ({ recording, warn, grace = someSeconds }: Completing): Reactor => {
  const ending = new AbortController()
  const isEnding = (): boolean => ending.signal.aborted
  const open = new Map<StreamName, readonly RecordedCollectiveEvent[]>()
  const inHand = new Map<StreamName, Promise<void>>()
  let started = false

  const take = (stored: StoredEvent): void => {
    const { stream, revision } = stored
    const read = decodeCollectiveEvent(stored)
    if (isUnreadable(read)) {
      warn(
        `${stream}@${revision} : cette étape collective a été consignée par une version plus récente du programme, et reste de côté. (Recorded by a newer program, set aside.)`,
      )
      return
    }
    const told = [...(open.get(stream) ?? []).filter(({ id }) => id !== read.id), read]
    if (intentionOf(undefined, told)?.closed === undefined) open.set(stream, told)
    else open.delete(stream)
  }

  const complete = async (stream: StreamName): Promise<void> => {
    const intention = intentionOf(undefined, open.get(stream) ?? [])
    if (intention === undefined) return
    const { refused, waiting } = await carryOut(recording, intention)
    const left = [
      ...refused.map(({ organisation, refusal }) => `${organisation} (${refusal.code})`),
      ...waiting,
    ]
    if (left.length > 0) warn(notRecorded(intention, left))
    if (waiting.length === 0) open.delete(stream)
  }

  /** Tries until it is closed, by this node or by another. */
  const completeInTime = async (stream: StreamName): Promise<void> => {
    while (open.has(stream) && !isEnding()) {
      await grace(ending.signal)
      if (isEnding()) return
      await complete(stream).catch((fault: unknown) => warn(`${stream} : ${String(fault)}`))
    }
  }

  return {
    name: 'intentions',
    types,
    from: 'checkpoint',
    react: async ({ events, position, isAll }) => {
      for (const event of events) take(event)
      if (isAll && !started) for (const stream of open.keys()) await complete(stream)
      if (isAll) {
        started = true
        for (const stream of open.keys()) {
          if (inHand.has(stream)) continue
          inHand.set(
            stream,
            completeInTime(stream).finally(() => inHand.delete(stream)),
          )
        }
      }
      return open.size === 0 ? position : undefined
    },
    startOver: () => open.clear(),
    close: async () => {
      ending.abort()
      await Promise.all(inHand.values())
    },
  }
}

const notRecorded = ({ jointId }: Intention, left: readonly string[]): string =>
  `L’étape collective ${jointId} n’a pu être consignée pour : ${left.join(', ')}. (Not recorded for these.)`

const someSeconds = (signal: AbortSignal): Promise<void> =>
  setTimeout(10_000, undefined, { signal, ref: false }).catch(
    () => undefined, // woken by the end
  )
