import fc from 'fast-check'
import { FIRST_YEAR, LAST_YEAR, type CalendarUnit } from '#domain/time/calendar-unit.js'
import { day, dayOfCivil } from '#domain/time/day.js'
import {
  beforeDate,
  intervalDate,
  singleDate,
  type BeforeDate,
  type ImpreciseDate,
  type IntervalDate,
  type Mark,
  type SingleDate,
} from '#domain/time/edtf.js'

const lastNumbers = { semester: 2, quarter: 4, season: 4, month: 12 } as const

/** Any unit of the calendar that begins within these years, each sort about as often. */
export const calendarUnits = (firstYear = FIRST_YEAR, lastYear = LAST_YEAR): fc.Arbitrary<CalendarUnit> => {
  const years = fc.integer({ min: firstYear, max: lastYear })
  const parts = (['semester', 'quarter', 'season', 'month'] as const).map((unit) =>
    fc
      .tuple(years, fc.integer({ min: 1, max: lastNumbers[unit] }))
      .map(([year, number]): CalendarUnit => ({ unit, year, number })),
  )
  const [firstTens, lastTens] = [Math.ceil(firstYear / 10), Math.floor(lastYear / 10)]
  const decades = firstTens <= lastTens ? [fc.integer({ min: firstTens, max: lastTens })] : []
  return fc.oneof(
    ...decades.map((tens) => tens.map((count): CalendarUnit => ({ unit: 'decade', year: count * 10 }))),
    years.map((year): CalendarUnit => ({ unit: 'year', year })),
    ...parts,
    fc
      .integer({ min: dayOfCivil(firstYear, 1, 1), max: dayOfCivil(lastYear, 12, 31) })
      .map((count): CalendarUnit => ({ unit: 'day', day: day(count) })),
  )
}

export const marks: fc.Arbitrary<Mark | undefined> = fc.constantFrom(
  undefined,
  undefined,
  'approximate',
  'uncertain',
  'uncertain-approximate',
)

export const singleDates = (units = calendarUnits()): fc.Arbitrary<SingleDate> =>
  fc.tuple(units, marks).map(([unit, mark]) => singleDate(unit, mark))

const beforeDates = (units = calendarUnits()): fc.Arbitrary<BeforeDate> => singleDates(units).map(beforeDate)

/** Half of the closed ones lie within two years, where sentences shorten. */
const intervalDates = (units = calendarUnits()): fc.Arbitrary<IntervalDate> => {
  const near = fc
    .integer({ min: FIRST_YEAR, max: LAST_YEAR - 1 })
    .chain((year) =>
      fc.tuple(singleDates(calendarUnits(year, year + 1)), singleDates(calendarUnits(year, year + 1))),
    )
  const any = fc.tuple(singleDates(units), singleDates(units))
  const closed = fc
    .oneof(near, any)
    .map(([one, other]) => intervalDate(one, other) ?? intervalDate(other, one))
  const endless = fc
    .tuple(singleDates(units), fc.constantFrom('open' as const, 'unknown' as const))
    .map(([begin, end]) => intervalDate(begin, end))
  return fc.oneof(closed, closed, endless).filter((date) => date !== undefined)
}

export const impreciseDates = (units = calendarUnits()): fc.Arbitrary<ImpreciseDate> =>
  fc.oneof(singleDates(units), intervalDates(units), beforeDates(units))
