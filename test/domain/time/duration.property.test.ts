import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  civilOfDay,
  day,
  dayOfCivil,
  dayOfIso,
  isoOfDay,
  addDuration,
  parseDuration,
} from '#domain/time/day.js'
import { holds } from '#test/support/holds.js'

const days = fc.integer({ min: dayOfCivil(1990, 1, 1), max: dayOfCivil(2030, 12, 31) }).map(day)
const months = fc.integer({ min: 0, max: 150 })

/** Walks to the same day of the next month, month after month, and steps back from days that do not exist. */
const walkedMonths = (from: ReturnType<typeof day>, count: number): string => {
  const start = civilOfDay(from)
  let [year, month] = [start.year, start.month]
  for (let step = 0; step < count; step += 1) {
    month += 1
    if (month === 13) [year, month] = [year + 1, 1]
  }
  const iso = (dayOfMonth: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  let dayOfMonth = start.day
  while (dayOfIso(iso(dayOfMonth)) === undefined) dayOfMonth -= 1
  return iso(dayOfMonth)
}

t.test('months are added as one walks them on a calendar, then days are counted', (t) => {
  holds(
    t,
    fc.property(days, months, fc.integer({ min: 0, max: 400 }), (from, count, more) => {
      const reached = addDuration(from, { months: count, days: 0 })
      assert.equal(isoOfDay(reached), walkedMonths(from, count))
      assert.equal(addDuration(from, { months: count, days: more }), reached + more)
    }),
    300,
  )
  t.end()
})

t.test('a later day, or a longer duration, never leads to an earlier one', (t) => {
  holds(
    t,
    fc.property(days, days, months, (one, other, count) => {
      const [first, second] = one <= other ? [one, other] : [other, one]
      assert.ok(
        addDuration(first, { months: count, days: 0 }) <= addDuration(second, { months: count, days: 0 }),
      )
      assert.ok(
        addDuration(first, { months: count, days: 0 }) < addDuration(first, { months: count + 1, days: 0 }),
      )
    }),
    300,
  )
  t.end()
})

t.test('the end of the month is kept where the month is shorter', (t) => {
  const table = [
    ['2012-01-31', 'P1M', '2012-02-29'],
    ['2013-01-31', 'P1M', '2013-02-28'],
    ['2012-02-29', 'P1Y', '2013-02-28'],
    ['2012-02-29', 'P4Y', '2016-02-29'],
    ['2012-08-31', 'P18M', '2014-02-28'],
    ['2012-11-30', 'P3M', '2013-02-28'],
    ['2012-12-15', 'P3Y', '2015-12-15'],
    ['2012-12-15', 'P90D', '2013-03-15'],
    ['2012-12-15', 'P2W', '2012-12-29'],
    ['2012-01-31', 'P1M1D', '2012-03-01'],
  ] as const
  for (const [from, duration, expected] of table) {
    const [start, parsed] = [dayOfIso(from), parseDuration(duration)]
    t.ok(start !== undefined && parsed !== undefined, `${from} and ${duration} are read`)
    if (start !== undefined && parsed !== undefined)
      t.equal(isoOfDay(addDuration(start, parsed)), expected, `${from} + ${duration}`)
  }
  t.end()
})

t.test('durations are read as ISO 8601 writes them, and nothing else is', (t) => {
  t.strictSame(parseDuration('P18M'), { months: 18, days: 0 })
  t.strictSame(parseDuration('P3Y'), { months: 36, days: 0 })
  t.strictSame(parseDuration('P90D'), { months: 0, days: 90 })
  t.strictSame(parseDuration('P1Y2M3W4D'), { months: 14, days: 25 })
  for (const text of [
    '',
    'P',
    'P0M',
    'P0Y0D',
    '18M',
    'P-3M',
    'P1.5Y',
    'PT3H',
    'P1M1Y',
    'p3y',
    ' P3Y',
    'P99999Y',
    'P999999999999999999999D',
  ]) {
    t.equal(parseDuration(text), undefined, text)
  }
  t.end()
})
