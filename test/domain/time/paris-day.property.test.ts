import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  day,
  dayOfCivil,
  dayOfIso,
  isoOfDay,
  instantAtEndOf,
  instantAtStartOf,
  parisDayOf,
} from '#domain/time/day.js'
import { holds } from '#test/support/holds.js'

const days = fc.integer({ min: dayOfCivil(1912, 1, 1), max: dayOfCivil(2199, 12, 30) }).map(day)

t.test('the day in Paris at a moment', (t) => {
  const table = [
    ['2015-12-31T22:59:59.999Z', '2015-12-31'],
    ['2015-12-31T23:00:00.000Z', '2016-01-01'],
    ['2016-07-14T21:59:59.999Z', '2016-07-14'],
    ['2016-07-14T22:00:00.000Z', '2016-07-15'],
    ['2024-03-31T00:59:59.999Z', '2024-03-31'],
    ['2024-03-31T22:00:00.000Z', '2024-04-01'],
    ['2024-10-26T22:00:00.000Z', '2024-10-27'],
    ['2024-10-27T22:59:59.999Z', '2024-10-27'],
    ['2024-10-27T23:00:00.000Z', '2024-10-28'],
    ['1969-12-31T23:00:00.000Z', '1970-01-01'],
    ['1904-12-31T23:50:38.999Z', '1904-12-31'],
    ['1904-12-31T23:50:39.000Z', '1905-01-01'],
  ] as const
  for (const [moment, expected] of table) t.equal(isoOfDay(parisDayOf(Date.parse(moment))), expected, moment)
  t.end()
})

t.test('where a day begins and ends, also when the clocks change', (t) => {
  const table = [
    ['2016-01-01', '2015-12-31T23:00:00.000Z', '2016-01-01T22:59:59.999Z'],
    ['2024-03-31', '2024-03-30T23:00:00.000Z', '2024-03-31T21:59:59.999Z'],
    ['2024-10-27', '2024-10-26T22:00:00.000Z', '2024-10-27T22:59:59.999Z'],
    ['1905-01-01', '1904-12-31T23:50:39.000Z', '1905-01-01T23:50:38.999Z'],
  ] as const
  for (const [iso, start, end] of table) {
    const one = dayOfIso(iso)
    t.ok(one !== undefined, iso)
    if (one === undefined) continue
    t.equal(new Date(instantAtStartOf(one)).toISOString(), start)
    t.equal(new Date(instantAtEndOf(one)).toISOString(), end)
  }
  t.end()
})

t.test('a day is all the moments from its start to its end', (t) => {
  holds(
    t,
    fc.property(days, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
      const [start, end] = [instantAtStartOf(one), instantAtEndOf(one)]
      assert.deepStrictEqual([start - 1, start, end, end + 1].map(parisDayOf), [one - 1, one, one, one + 1])
      assert.equal(parisDayOf(Math.floor(start + share * (end - start))), one)
      assert.ok([23, 24, 25].includes((end + 1 - start) / 3_600_000), isoOfDay(one))
    }),
    200,
  )
  t.end()
})
