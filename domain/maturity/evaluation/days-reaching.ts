import type { Day } from '#domain/time/day.js'
import type { Interval, IntervalSet } from '#domain/time/interval-set.js'

/** Days that carry a weight; they may overlap others. */
export interface Weighed extends Interval {
  readonly weight: number
}

/**
 * The days on which the weights add up to the threshold (> 0) or more: one sweep over the bounds. Weights are whole
 * numbers >= 0, so that adding and taking away again leaves nothing behind.
 */
export const daysReaching = (weighed: readonly Weighed[], threshold: number): IntervalSet => {
  const steps: { readonly day: Day; readonly change: number }[] = []
  for (const { begin, end, weight } of weighed) {
    if (weight === 0 || (end !== null && end <= begin)) continue
    steps.push({ day: begin, change: weight })
    if (end !== null) steps.push({ day: end, change: -weight })
  }
  steps.sort((one, other) => one.day - other.day)

  const reached: Interval[] = []
  let total = 0
  let since: Day | undefined
  for (const [index, { day, change }] of steps.entries()) {
    total += change
    if (steps[index + 1]?.day === day) continue
    if (total >= threshold) since ??= day
    else if (since !== undefined) {
      reached.push({ begin: since, end: day })
      since = undefined
    }
  }
  if (since !== undefined) reached.push({ begin: since, end: null })
  return reached
}
