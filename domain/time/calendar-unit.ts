import { civilOfDay, day, dayOfCivil, dayOfIso, isoOfDay, type Day } from './day.js'
import type { DayRange } from './day-range.js'

/** What divides a year. Each numbers its own from 1: quarters 1 to 4, months 1 to 12. */
export type YearPart = 'semester' | 'quarter' | 'season' | 'month'

/**
 * A stretch of the calendar that has a name of its own; `year` of a decade is its first (2010).
 * Seasons are whole months: 1 is spring (March to May), 4 is winter, December to February of the next year.
 */
export type CalendarUnit =
  | { readonly unit: 'decade'; readonly year: number }
  | { readonly unit: 'year'; readonly year: number }
  | { readonly unit: YearPart; readonly year: number; readonly number: number }
  | { readonly unit: 'day'; readonly day: Day }

/** Years in which anything of this domain may be dated: what lies outside is a slip of the pen. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199

/** `code`: what the EDTF (level 1 and 2) writes after the year for the first of them. */
const yearParts = {
  semester: { perYear: 2, months: 6, firstMonth: 1, code: 40 },
  quarter: { perYear: 4, months: 3, firstMonth: 1, code: 33 },
  season: { perYear: 4, months: 3, firstMonth: 3, code: 21 },
  month: { perYear: 12, months: 1, firstMonth: 1, code: 1 },
} as const satisfies Record<
  YearPart,
  { readonly perYear: number; readonly months: number; readonly firstMonth: number; readonly code: number }
>
const partNames = ['semester', 'quarter', 'season', 'month'] as const satisfies readonly YearPart[]

/** The `number`th month, season, quarter or semester of a year; undefined when a year has no such one. */
export const yearPart = (unit: YearPart, year: number, number: number): CalendarUnit | undefined =>
  number >= 1 && number <= yearParts[unit].perYear ? { unit, year, number } : undefined

/** Its first and its last day. */
export const rangeOfUnit = (unit: CalendarUnit): DayRange => {
  if (unit.unit === 'day') return { earliest: unit.day, latest: unit.day }
  if (unit.unit === 'decade') return monthsFrom(unit.year, 1, 120)
  if (unit.unit === 'year') return monthsFrom(unit.year, 1, 12)
  const { firstMonth, months } = yearParts[unit.unit]
  return monthsFrom(unit.year, firstMonth + (unit.number - 1) * months, months)
}

/** The unit whose days these are exactly, if the range is one: 1 January to 31 December 2012 is the year 2012. */
export const unitOfRange = ({ earliest, latest }: DayRange): CalendarUnit | undefined => {
  const { year, month } = civilOfDay(earliest)
  const units: readonly CalendarUnit[] = [
    { unit: 'day', day: earliest },
    { unit: 'year', year },
    { unit: 'decade', year: year - (year % 10) },
    ...partNames.map((unit): CalendarUnit => {
      const { firstMonth, months } = yearParts[unit]
      return { unit, year, number: Math.max(1, Math.floor((month - firstMonth) / months) + 1) }
    }),
  ]
  return units.find((unit) => {
    const range = rangeOfUnit(unit)
    return range.earliest === earliest && range.latest === latest
  })
}

const monthsFrom = (year: number, month: number, months: number): DayRange => ({
  earliest: dayOfCivil(year, month, 1),
  latest: day(dayOfCivil(year, month + months, 1) - 1),
})

/** The unit of the same sort that comes `by` later (earlier when negative): the month after December is January. */
export const shiftUnit = (unit: CalendarUnit, by: number): CalendarUnit => {
  if (unit.unit === 'day') return { unit: 'day', day: day(unit.day + by) }
  if (unit.unit === 'decade') return { unit: 'decade', year: unit.year + 10 * by }
  if (unit.unit === 'year') return { unit: 'year', year: unit.year + by }
  const { perYear } = yearParts[unit.unit]
  const count = unit.year * perYear + (unit.number - 1) + by
  return { unit: unit.unit, year: Math.floor(count / perYear), number: (count % perYear) + 1 }
}

/** The year that the unit carries in its name: winter 2012-2013 is of 2012. */
const yearOfUnit = (unit: CalendarUnit): number =>
  unit.unit === 'day' ? civilOfDay(unit.day).year : unit.year

/** Whether it lies in the years that may be dated, 1900 to 2199. */
export const isDatable = (unit: CalendarUnit): boolean => {
  const year = yearOfUnit(unit)
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Writes a unit as EDTF: `201X`, `2012`, `2012-03`, `2012-21` (spring), `2016-33` (quarter), `2016-40` (semester), `2012-03-15`. */
export const edtfOfUnit = (unit: CalendarUnit): string => {
  if (unit.unit === 'day') return isoOfDay(unit.day)
  if (unit.unit === 'decade') return `${unit.year / 10}X`
  if (unit.unit === 'year') return String(unit.year)
  return `${unit.year}-${String(yearParts[unit.unit].code + unit.number - 1).padStart(2, '0')}`
}

const writtenYear = /^(\d{4})(?:-(\d{2}))?$/
const writtenDecade = /^(\d{3})X$/

/** Reads what `edtfOfUnit` writes, nothing else; undefined outside the years that may be dated. */
export const unitOfEdtf = (text: string): CalendarUnit | undefined => {
  const unit = unitOfText(text)
  return unit !== undefined && isDatable(unit) ? unit : undefined
}

const unitOfText = (text: string): CalendarUnit | undefined => {
  const decade = writtenDecade.exec(text)
  if (decade !== null) return { unit: 'decade', year: Number(decade[1]) * 10 }
  const year = writtenYear.exec(text)
  if (year?.[2] !== undefined) return unitOfCode(Number(year[1]), Number(year[2]))
  if (year !== null) return { unit: 'year', year: Number(year[1]) }
  const exact = dayOfIso(text)
  return exact === undefined ? undefined : { unit: 'day', day: exact }
}

const unitOfCode = (year: number, code: number): CalendarUnit | undefined => {
  for (const unit of partNames) {
    const found = yearPart(unit, year, code - yearParts[unit].code + 1)
    if (found !== undefined) return found
  }
  return undefined
}
