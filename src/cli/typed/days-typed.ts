import { isoOfDay } from '#domain/time/day.js'
import { readTypedDate } from '#domain/time/typed-date.js'

const dayOptions = ['asOf', 'knownAt', 'horizon', 'fromAsOf', 'fromKnownAt', 'toAsOf', 'toKnownAt']

/** The options with days as people type them («15/03/2015», «15 mars 2015») written in ISO 8601; all else stays as it is. */
export const withDaysTyped = (options: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(options ?? {}).map(([name, value]: readonly [string, unknown]) => [
      name,
      dayOptions.includes(name) && typeof value === 'string' ? (exactDay(value) ?? value) : value,
    ]),
  )

/** Undefined when it is no date, or not exactly one day. */
const exactDay = (text: string): string | undefined => {
  const read = readTypedDate(text)
  if (!read.understood || read.date.kind !== 'single' || read.date.mark !== undefined) return undefined
  const { unit } = read.date
  return unit.unit === 'day' ? isoOfDay(unit.day) : undefined
}
