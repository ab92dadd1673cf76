import { z } from 'zod'
import { orderByName } from '#projections/kept/registry/registry-index.js'
import { CallOrder } from './call-backs-view.js'
import type { Call } from './calls-due.js'

/** What the orders look at: enough to find again the place of a call that is no longer due. */
const Place = z.strictObject({ day: z.int(), name: z.string(), id: z.string(), key: z.string() })
type Place = z.infer<typeof Place>

const Cursor = z.strictObject({ order: CallOrder, place: Place })

/** Where a call stands among the others; `key` tells it from every other call to the same organisation. */
export const placeOfCall = (call: Call): Place => ({
  day: call.day,
  name: call.organisation.name,
  id: call.organisation.id,
  key: [call.reason, ...('step' in call ? [call.step.stepId] : [])].join(' '),
})

/** A total order: by day or by name, then by the other, then by what the call is about. */
export const comparePlaces =
  (order: CallOrder) =>
  (one: Place, other: Place): number => {
    const [byDay, byName] = [one.day - other.day, orderByName(one, other)]
    const about = one.key < other.key ? -1 : one.key > other.key ? 1 : 0
    return (order === 'day' ? byDay || byName : byName || byDay) || about
  }

/** Where the next page begins, as a text of which callers know nothing: calls that are settled meanwhile move nobody across. */
export const cursorAfterCall = (order: CallOrder, call: Call): string =>
  btoa(encodeURIComponent(JSON.stringify({ order, place: placeOfCall(call) })))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The place after which to go on; undefined when the text is no cursor of this order. */
export const placeOfCallCursor = (cursor: string, order: CallOrder): Place | undefined => {
  const read = Cursor.safeParse(contentOf(cursor))
  return read.success && read.data.order === order ? read.data.place : undefined
}

const contentOf = (cursor: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))))
  } catch {
    return undefined // whatever is wrong with it, it is no cursor: the schema refuses `undefined`
  }
}
