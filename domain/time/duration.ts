import { civilOfDay, day, dayOfCivil, lengthOfMonth, type Day } from './day.js'

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
