import type { Instant } from '#domain/kernel/instant.js'

declare const dayBrand: unique symbol
/** A civil day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar. No time zone. */
export type Day = number & { readonly [dayBrand]: true }

/** Brands a count of days that is known to be one. */
export const day = (count: number): Day => count as Day

/**
 * The day of a civil date; `month` counts from 1. Months beyond 12 and days beyond the month's end carry over.
 * Source: H. Hinnant, «chrono-Compatible Low-Level Date Algorithms», days_from_civil.
 */
export const dayOfCivil = (year: number, month: number, dayOfMonth: number): Day => {
  const carried = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const y = m <= 2 ? carried - 1 : carried
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return day(era * 146097 + dayOfEra - 719468)
}

export interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** The civil date of a day (Hinnant, civil_from_days). */
export const civilOfDay = (count: Day): CivilDate => {
  const z = count + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month; `month` from 1 to 12. */
export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? Number.NaN)

/** Sets of days live on [1900-01-01, ∞): what is open to the past begins here. */
export const FIRST_DAY: Day = dayOfCivil(1900, 1, 1)

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `2012-03-15`; undefined when it is not an existing day. */
export const dayOfIso = (text: string): Day | undefined => {
  const match = isoDay.exec(text)
  if (match === null) return undefined
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) return undefined
  return dayOfCivil(year, month, dayOfMonth)
}

/** Writes a day as ISO 8601: `2012-03-15`. */
export const isoOfDay = (count: Day): string => {
  const { year, month, day: dayOfMonth } = civilOfDay(count)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

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

/** A calendar duration. Months are not days: they keep the day of the month, clamped to its end. */
export interface Duration {
  readonly months: number
  readonly days: number
}

const isoDuration = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/

/** Reads an ISO 8601 duration in years, months, weeks and days (`P18M`, `P3Y`, `P90D`); undefined when it is not one, or is zero. */
export const parseDuration = (text: string): Duration | undefined => {
  const match = isoDuration.exec(text)
  if (match === null) return undefined
  const part = (group: number): number => Number(match[group] ?? 0)
  const duration = { months: part(1) * 12 + part(2), days: part(3) * 7 + part(4) }
  return duration.months + duration.days > 0 ? duration : undefined
}

/** Months first, clamped to the month's last day, then days: 31 January + P1M is 28 or 29 February. */
export const addDuration = (from: Day, duration: Duration): Day => {
  if (duration.months === 0) return day(from + duration.days)
  const { year, month, day: dayOfMonth } = civilOfDay(from)
  const count = year * 12 + (month - 1) + duration.months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return day(dayOfCivil(y, m, Math.min(dayOfMonth, lengthOfMonth(y, m))) + duration.days)
}
