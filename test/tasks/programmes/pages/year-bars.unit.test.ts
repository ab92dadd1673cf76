import t from 'tap'
import { yearBars } from '#src/tasks/programmes/pages/year-bars.js'

const frame = { left: 0, right: 100, top: 0, ground: 100 }

t.test('what is certain stands on the ground, what is possible on top of it', async (t) => {
  const { bars, ticks } = yearBars(
    [
      { year: 2010, count: { certain: 3, possible: 1 } },
      { year: 2011, count: { certain: 0, possible: 2 } },
      { year: 2012, count: { certain: 4, possible: 0 } },
    ],
    frame,
  )
  t.strictSame(
    bars.map(({ year, certainY, possibleY }) => [year, certainY, possibleY]),
    [
      [2010, 25, 0],
      [2011, 100, 50],
      [2012, 0, 0],
    ],
  )
  t.ok(bars.every(({ x, width }) => x >= 0 && x + width <= 100))
  t.strictSame(
    ticks.map(({ label }) => label),
    ['0', '1', '2', '3', '4'],
  )
})

t.test('ticks are whole numbers, also where there is next to nothing to count', async (t) => {
  for (const most of [0, 1, 2, 7, 26]) {
    const { ticks } = yearBars([{ year: 2010, count: { certain: most, possible: 0 } }], frame)
    t.ok(ticks.every(({ label }) => /^\d+$/.test(label)))
    t.equal(ticks[0]?.label, '0')
    t.ok(ticks.length >= 2)
  }
})
