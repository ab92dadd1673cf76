import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import type { FourSets, Reading } from '#domain/maturity/evaluation/four-sets.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { contains, intervalAt } from '#domain/time/interval-set.js'
import type { NodeAnswer } from './explanation.js'

export type Holds = NodeAnswer['holds']
export type Reason = NonNullable<NodeAnswer['reason']>

/** In which readings it holds on a day. */
export const holdsOn = (sets: FourSets, day: Day): Holds => ({
  certain: contains(sets.certain, day),
  possible: contains(sets.possible, day),
  unrefuted: contains(sets.unrefuted, day),
  kept: contains(sets.kept, day),
})

/** The answer of one criterion on a day; `reasonOf` is asked only where it does not hold. */
export const answerOf = ({ sets }: Evaluated, day: Day, reasonOf: () => Reason): NodeAnswer => {
  const holds = holdsOn(sets, day)
  const reading = readingOf(holds)
  const around = reading === undefined ? undefined : intervalAt(sets[reading], day)
  const heldFrom = holds.certain ? undefined : sets.certain.find(({ begin }) => begin > day)?.begin
  return {
    ...stateOf(holds),
    ...(holds.unrefuted ? {} : { reason: reasonOf() }),
    holds,
    since: around === undefined ? null : isoOfDay(around.begin),
    until: around?.end == null ? null : isoOfDay(around.end),
    heldFrom: heldFrom === undefined ? null : isoOfDay(heldFrom),
  }
}

/** The strongest reading in which it holds. */
export const readingOf = ({ certain, possible, kept, unrefuted }: Holds): Reading | undefined => {
  if (certain) return 'certain'
  if (possible) return 'possible'
  if (kept) return 'kept'
  return unrefuted ? 'unrefuted' : undefined
}

const stateOf = (holds: Holds): Pick<NodeAnswer, 'state' | 'surely'> => {
  if (holds.certain) return { state: 'held' }
  if (holds.possible) return { state: 'possible' }
  return holds.unrefuted ? { state: 'stale', surely: holds.kept } : { state: 'none' }
}
