import type { Instant } from '#domain/kernel/instant.js'
import { day, dayOfCivil, type Day } from './day.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** From then on Paris has been whole hours away from UTC: its days begin with an hour of UTC. */
const WHOLE_HOURS_SINCE = Date.UTC(1911, 2, 12)

const civilTime = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

const REMEMBERED = 4096
const dayOfHour = new Map<Instant, Day>()

/** The civil day in Paris at a moment (milliseconds since 1970-01-01T00:00Z, of the years 1900 to 2199). */
export const parisDayOf = (instant: Instant): Day => {
  if (instant < WHOLE_HOURS_SINCE) return computedDay(instant)
  const hour = Math.floor(instant / HOUR) * HOUR
  const known = dayOfHour.get(hour)
  if (known !== undefined) return known
  const found = computedDay(hour)
  if (dayOfHour.size >= REMEMBERED) dayOfHour.clear()
  dayOfHour.set(hour, found)
  return found
}

const computedDay = (instant: Instant): Day => {
  const parts = new Map(civilTime.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return dayOfCivil(parts.get('year') ?? NaN, parts.get('month') ?? NaN, parts.get('day') ?? NaN)
}

/**
 * The first millisecond of a day in Paris. Found by halving, since the offset of Paris is a matter of law and not of
 * arithmetic: it was UTC+0:09:21 until 1911, and UTC+2 in two winters.
 */
export const instantAtStartOf = (of: Day): Instant => {
  let [before, from] = [(of - 1) * DAY, (of + 1) * DAY]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (parisDayOf(middle) < of) before = middle
    else from = middle
  }
  return from
}

/** The last millisecond of a day in Paris: what was known «on» a day is what was known by then. */
export const instantAtEndOf = (of: Day): Instant => instantAtStartOf(day(of + 1)) - 1
