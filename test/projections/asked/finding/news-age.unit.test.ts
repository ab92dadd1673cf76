import t from 'tap'
import { dayOfIso, type Day } from '#domain/time/day.js'
import { newsAgeOn, type NewsAge } from '#projections/asked/finding/news-age.js'

const on = (iso: string): Day => {
  const day = dayOfIso(iso)
  if (day === undefined) throw new Error(`no day: ${iso}`)
  return day
}

const cases: readonly (readonly [string, NewsAge])[] = [
  ['2026-07-01', 'under-1-year'],
  ['2025-07-02', 'under-1-year'],
  ['2025-07-01', '1-to-3-years'],
  ['2023-07-02', '1-to-3-years'],
  ['2023-07-01', '3-to-6-years'],
  ['2020-07-02', '3-to-6-years'],
  ['2020-07-01', 'over-6-years'],
  ['1900-01-01', 'over-6-years'],
]

t.test('news are as old as the last day on which they may be, each age ends on the day of the year', (t) => {
  for (const [latest, age] of cases) {
    const news = { recordedAt: 0, happened: { earliest: on('1900-01-01'), latest: on(latest) } }
    t.equal(newsAgeOn({ news }, on('2026-07-01')), age, latest)
  }
  t.equal(newsAgeOn({ news: { recordedAt: 1 } }, on('2026-07-01')), 'none')
  t.end()
})
