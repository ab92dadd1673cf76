import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  edtfOfUnit,
  rangeOfUnit,
  shiftUnit,
  unitOfEdtf,
  unitOfRange,
  type CalendarUnit,
} from '#domain/time/calendar-unit.js'
import { civilOfDay, day, dayOfCivil, isoOfDay, type CivilDate, type Day } from '#domain/time/day.js'
import { covering, type DayRange } from '#domain/time/day-range.js'
import { intervalDate, parseEdtf, singleDate, windowOf } from '#domain/time/edtf.js'
import { calendarUnits, impreciseDates, marks, singleDates } from '#test/support/imprecise-dates.js'
import { holds } from '#test/support/holds.js'

/** What an expression means, asked of one day at a time. */
const matches = (edtf: string, iso: string, { year, month }: CivilDate): boolean => {
  if (/^\d{3}X$/.test(edtf)) return iso.startsWith(edtf.slice(0, 3))
  if (/^\d{4}$|^\d{4}-(0\d|1[0-2])$|^\d{4}-\d{2}-\d{2}$/.test(edtf)) return iso.startsWith(edtf)
  const [itsYear, code] = [Number(edtf.slice(0, 4)), edtf.slice(5)]
  if (code === '24') return (year === itsYear && month === 12) || (year === itsYear + 1 && month <= 2)
  return year === itsYear && (months[code] ?? []).includes(month)
}

const months: Readonly<Record<string, readonly number[]>> = {
  '21': [3, 4, 5],
  '22': [6, 7, 8],
  '23': [9, 10, 11],
  '33': [1, 2, 3],
  '34': [4, 5, 6],
  '35': [7, 8, 9],
  '36': [10, 11, 12],
  '40': [1, 2, 3, 4, 5, 6],
  '41': [7, 8, 9, 10, 11, 12],
}

const calendar = Array.from({ length: dayOfCivil(2030, 12, 31) - dayOfCivil(1990, 1, 1) + 1 }, (_, index) => {
  const one = day(dayOfCivil(1990, 1, 1) + index)
  return { one, iso: isoOfDay(one), civil: civilOfDay(one) }
})

const found = new Map<string, readonly Day[]>()
const matchingDays = (edtf: string): readonly Day[] => {
  const days =
    found.get(edtf) ?? calendar.filter(({ iso, civil }) => matches(edtf, iso, civil)).map(({ one }) => one)
  found.set(edtf, days)
  return days
}

const recent = calendarUnits(1990, 2029)

t.test('the range of a date is all the days that match it, and no other', (t) => {
  holds(
    t,
    fc.property(recent, marks, (unit, mark) => {
      const date = singleDate(unit, mark)
      const days = matchingDays(edtfOfUnit(unit))
      assert.deepStrictEqual(date.range, { earliest: days[0], latest: days.at(-1) }, date.text)
      assert.equal(days.length, date.range.latest - date.range.earliest + 1, date.text)
    }),
    150,
  )
  t.end()
})

t.test('an interval is refused only when no choice of its days ends on or after its beginning', (t) => {
  holds(
    t,
    fc.property(singleDates(recent), singleDates(recent), (begin, end) => {
      const [first, last] = [matchingDays(edtfOfUnit(begin.unit)), matchingDays(edtfOfUnit(end.unit))]
      const isPossible = first.some((one) => last.some((other) => other >= one))
      const date = parseEdtf(`${begin.text}/${end.text}`)
      assert.equal(date !== undefined, isPossible, `${begin.text}/${end.text}`)
      if (date !== undefined)
        assert.deepStrictEqual(windowOf(date), { earliest: first[0], latest: last.at(-1) })
    }),
    150,
  )
  t.end()
})

t.test('what is built is read back the same', (t) => {
  holds(
    t,
    fc.property(impreciseDates(), (date) => assert.deepStrictEqual(parseEdtf(date.text), date)),
    500,
  )
  t.end()
})

t.test('any text is read or refused, and what is read keeps its spelling', (t) => {
  const characters = fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/.X~?% ')), maxLength: 12 })
  holds(
    t,
    fc.property(fc.oneof(characters, fc.string()), (text) => {
      const date = parseEdtf(text)
      assert.ok(date === undefined || date.text === text)
    }),
    500,
  )
  t.end()
})

const within = (inner: DayRange, outer: DayRange): boolean =>
  outer.earliest <= inner.earliest && inner.latest <= outer.latest

t.test('a vaguer date takes in the days of the more exact one', (t) => {
  holds(
    t,
    fc.property(
      fc.integer({ min: dayOfCivil(1900, 1, 1), max: dayOfCivil(2199, 12, 31) }).map(day),
      (one) => {
        const { year, month } = civilOfDay(one)
        const widening: readonly CalendarUnit[] = [
          { unit: 'day', day: one },
          { unit: 'month', year, number: month },
          { unit: 'quarter', year, number: Math.ceil(month / 3) },
          { unit: 'semester', year, number: Math.ceil(month / 6) },
          { unit: 'year', year },
          { unit: 'decade', year: year - (year % 10) },
        ]
        const ranges = widening.map(rangeOfUnit)
        assert.ok(
          ranges.every((range, index) => index === 0 || within(ranges[index - 1] ?? range, range)),
          isoOfDay(one),
        )
      },
    ),
    200,
  )
  t.end()
})

t.test('a mark, an open end or an unknown one changes no day', (t) => {
  holds(
    t,
    fc.property(calendarUnits(), marks, (unit, mark) => {
      const [plain, marked] = [singleDate(unit), singleDate(unit, mark)]
      const [open, unknown] = [intervalDate(plain, 'open'), intervalDate(marked, 'unknown')]
      assert.deepStrictEqual(marked.range, plain.range)
      assert.deepStrictEqual(open && windowOf(open), { earliest: plain.range.earliest, latest: null })
      assert.deepStrictEqual(unknown && windowOf(unknown), open && windowOf(open))
    }),
    200,
  )
  t.end()
})

t.test('two claims together cover both, and no more than they must', (t) => {
  const ranges = singleDates().map(({ range }) => range)
  holds(
    t,
    fc.property(ranges, ranges, (one, other) => {
      const both = covering(one, other)
      assert.ok(within(one, both) && within(other, both))
      assert.ok([one.earliest, other.earliest].includes(both.earliest))
      assert.ok([one.latest, other.latest].includes(both.latest))
      assert.deepStrictEqual(covering(other, one), both)
      assert.deepStrictEqual(covering(one, one), one)
    }),
    200,
  )
  t.end()
})

t.test('a unit is known by its text and by its days, and its neighbours touch it', (t) => {
  holds(
    t,
    fc.property(calendarUnits(), (unit) => {
      const range = rangeOfUnit(unit)
      assert.deepStrictEqual(unitOfEdtf(edtfOfUnit(unit)), unit)
      assert.deepStrictEqual(unitOfRange(range), unit)
      assert.equal(rangeOfUnit(shiftUnit(unit, 1)).earliest, range.latest + 1)
      assert.equal(rangeOfUnit(shiftUnit(unit, -1)).latest, range.earliest - 1)
      assert.deepStrictEqual(shiftUnit(shiftUnit(unit, 7), -7), unit)
    }),
    300,
  )
  t.equal(unitOfRange({ earliest: dayOfCivil(2013, 1, 1), latest: dayOfCivil(2022, 12, 31) }), undefined)
  t.end()
})
