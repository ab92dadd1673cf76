import { isDeepStrictEqual } from 'node:util'
import type { StoredEvent } from '#domain/ports/event-log.js'
import type { MarkedEvent } from './marked-events.js'

export type Place = Pick<StoredEvent, 'stream' | 'revision' | 'position'>

/** What is compared of two events: everything but the position, which each log gives itself. */
const comparedFields = [
  'stream',
  'revision',
  'id',
  'type',
  'schemaVersion',
  'recordedAt',
  'data',
  'metadata',
] as const

/** Where two logs part, and in what; `command`: the mark of the command that begins there. */
export interface Difference {
  readonly field: (typeof comparedFields)[number] | 'command'
  readonly source: Place
  readonly target: Place
}

/** Two logs, walked through side by side until one of them ends or they part. */
export type Comparison =
  | { readonly found: 'same'; readonly events: number; readonly commands: number }
  | { readonly found: 'source-goes-on'; readonly next: MarkedEvent; readonly events: number }
  | { readonly found: 'target-goes-on'; readonly next: MarkedEvent }
  | { readonly found: 'difference'; readonly difference: Difference }
  | { readonly found: 'interrupted' }

/** @param onEvent hears of every event that is the same in both; false ends the walk */
export const compareLogs = async (
  source: AsyncIterator<MarkedEvent>,
  target: AsyncIterator<MarkedEvent>,
  onEvent: (event: StoredEvent) => boolean,
): Promise<Comparison> => {
  let [events, commands] = [0, 0]
  for (;;) {
    const [here, there] = await Promise.all([source.next(), target.next()])
    if (here.done === true && there.done === true) return { found: 'same', events, commands }
    if (here.done === true) return { found: 'target-goes-on', next: nextOf(there) }
    if (there.done === true) return { found: 'source-goes-on', next: nextOf(here), events }
    const difference = differenceOf(here.value, there.value)
    if (difference !== undefined) return { found: 'difference', difference }
    events += 1
    if (here.value.begins !== undefined) commands += 1
    if (!onEvent(here.value.event)) return { found: 'interrupted' }
  }
}

const nextOf = (result: IteratorResult<MarkedEvent>): MarkedEvent => result.value as MarkedEvent // not done: the caller looked

const differenceOf = (source: MarkedEvent, target: MarkedEvent): Difference | undefined => {
  const field =
    comparedFields.find((name) => !isDeepStrictEqual(source.event[name], target.event[name])) ??
    (isDeepStrictEqual(source.begins, target.begins) ? undefined : 'command')
  return field && { field, source: placeOf(source.event), target: placeOf(target.event) }
}

export const placeOf = ({ stream, revision, position }: StoredEvent): Place => ({
  stream,
  revision,
  position,
})
