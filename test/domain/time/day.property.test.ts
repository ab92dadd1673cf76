import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  civilOfDay,
  day,
  dayOfCivil,
  dayOfIso,
  isoOfDay,
  isLeapYear,
  lengthOfMonth,
} from '#domain/time/day.js'
import { holds } from '#test/support/holds.js'

const days = fc.integer({ min: dayOfCivil(1600, 1, 1), max: dayOfCivil(2400, 12, 31) }).map(day)

const tomorrow = ({ year, month, day }: { year: number; month: number; day: number }) => {
  if (day < naiveLength(year, month)) return { year, month, day: day + 1 }
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 }
}

const naiveLength = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

t.test('every day of five hundred years follows the one before it', (t) => {
  let civil = { year: 1800, month: 1, day: 1 }
  const faults: string[] = []
  const [first, last] = [dayOfCivil(1800, 1, 1), dayOfCivil(2299, 12, 31)]
  for (let count: number = first; count <= last; count += 1) {
    const read = civilOfDay(day(count))
    if (read.year !== civil.year || read.month !== civil.month || read.day !== civil.day)
      faults.push(isoOfDay(day(count)))
    if (dayOfCivil(civil.year, civil.month, civil.day) !== count) faults.push(JSON.stringify(civil))
    civil = tomorrow(civil)
  }
  t.strictSame(faults, [])
  t.strictSame(civil, { year: 2300, month: 1, day: 1 })
  t.end()
})

t.test('a day, its civil date and its text are the same thing', (t) => {
  holds(
    t,
    fc.property(days, (one) => {
      const { year, month, day: dayOfMonth } = civilOfDay(one)
      const platform = new Date(one * 86_400_000)
      assert.equal(dayOfCivil(year, month, dayOfMonth), one)
      assert.equal(dayOfIso(isoOfDay(one)), one)
      assert.equal(isoOfDay(one), platform.toISOString().slice(0, 10))
    }),
    300,
  )
  t.end()
})

t.test('months beyond twelve and days beyond the end of the month carry over', (t) => {
  const ints = (min: number, max: number) => fc.integer({ min, max })
  holds(
    t,
    fc.property(ints(1900, 2199), ints(-40, 60), ints(-400, 400), (year, month, dayOfMonth) => {
      assert.equal(dayOfCivil(year, month, dayOfMonth), Date.UTC(year, month - 1, dayOfMonth) / 86_400_000)
    }),
    300,
  )
  t.end()
})

t.test('what is no existing day is not read', (t) => {
  for (const text of [
    '2011-02-29',
    '2012-02-30',
    '2012-04-31',
    '2012-13-01',
    '2012-00-10',
    '2012-01-00',
    '2012-1-1',
    '12-01-01',
    '2012-03',
    '',
    ' 2012-03-15',
  ]) {
    t.equal(dayOfIso(text), undefined, text)
  }
  t.equal(dayOfIso('2012-02-29'), dayOfCivil(2012, 2, 29))
  t.equal(dayOfIso('1970-01-01'), 0)
  t.strictSame([1900, 2000, 2012, 2013, 2100].map(isLeapYear), [false, true, true, false, false])
  t.strictSame(
    [1, 2, 4, 12].map((month) => lengthOfMonth(2013, month)),
    [31, 28, 30, 31],
  )
  t.end()
})
