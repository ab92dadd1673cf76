import t from 'tap'
import { pictureTime } from '#src/tasks/telling/pages/picture-time.js'
import type { Lane } from '#src/tasks/telling/pages/picture-lanes.js'

const lane = (begin: string): Lane => ({
  key: 'position',
  label: { fr: 'Position', en: 'Position' },
  ranks: [],
  stretches: [],
  bands: [{ look: 'certain', begin, end: '2036-01-01', low: 0, high: 1 }],
})

t.test('the picture begins a year before anything is known and looks three years ahead', async (t) => {
  const { firstDay, lastDay, x } = pictureTime(
    [lane('2014-05-01')],
    [],
    { day: '2026-07-01', ahead: true },
    [0, 1700],
  )
  t.equal(firstDay, '2013-01-01')
  t.equal(lastDay, '2030-01-01')
  t.equal(x('2013-01-01'), 0)
  t.equal(x('2030-01-01'), 1700)
  t.equal(x('1900-01-01'), 0, 'an open beginning is held at the edge')
  t.equal(x('2099-01-01'), 1700)
})

t.test('after the end of an organisation nothing lies ahead', async (t) => {
  const { lastDay, years } = pictureTime(
    [lane('2009-01-01')],
    [],
    { day: '2015-12-31', ahead: false },
    [0, 800],
  )
  t.equal(lastDay, '2016-01-01')
  t.strictSame(
    years.map(({ label }) => label),
    ['2008', '2009', '2010', '2011', '2012', '2013', '2014', '2015', '2016'],
  )
})

t.test(
  'the latest possible day of a step counts, so that an open beginning draws no empty century',
  async (t) => {
    const facts = [{ earliest: '1900-01-01', latest: '2011-10-31' }] as never // only its days matter here
    const { firstDay } = pictureTime(
      [lane('2014-05-01')],
      [{ facts }],
      { day: '2026-07-01', ahead: true },
      [0, 100],
    )
    t.equal(firstDay, '2010-01-01')
  },
)
