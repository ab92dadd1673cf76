import t from 'tap'
import { isoOfDay, type Day } from '#domain/time/day.js'
import {
  beginRangeOf,
  endRangeOf,
  imprecise,
  intervalOfColumns,
  parseEdtf,
  rangeOf,
  windowOf,
  type EdtfText,
  Edtf,
  EdtfSingle,
  EdtfWindow,
} from '#domain/time/edtf.js'
import type { DayRange } from '#domain/time/day-range.js'

const iso = (count: Day | null): string => (count === null ? 'open' : isoOfDay(count))
const written = (range: DayRange | 'open' | 'unknown'): string =>
  typeof range === 'string' ? range : `${isoOfDay(range.earliest)} ${isoOfDay(range.latest)}`

t.test('single dates and their days', (t) => {
  const table: Readonly<Record<string, string>> = {
    '2012': '2012-01-01 2012-12-31',
    '2012-02': '2012-02-01 2012-02-29',
    '2013-02': '2013-02-01 2013-02-28',
    '2012-03': '2012-03-01 2012-03-31',
    '2012-12': '2012-12-01 2012-12-31',
    '2012-03-15': '2012-03-15 2012-03-15',
    '201X': '2010-01-01 2019-12-31',
    '2012-21': '2012-03-01 2012-05-31',
    '2012-22': '2012-06-01 2012-08-31',
    '2012-23': '2012-09-01 2012-11-30',
    '2012-24': '2012-12-01 2013-02-28',
    '2011-24': '2011-12-01 2012-02-29',
    '2016-33': '2016-01-01 2016-03-31',
    '2016-34': '2016-04-01 2016-06-30',
    '2016-35': '2016-07-01 2016-09-30',
    '2016-36': '2016-10-01 2016-12-31',
    '2016-40': '2016-01-01 2016-06-30',
    '2016-41': '2016-07-01 2016-12-31',
    '1900': '1900-01-01 1900-12-31',
    '2199-12-31': '2199-12-31 2199-12-31',
  }
  for (const [text, days] of Object.entries(table)) {
    for (const [sign, mark] of [
      ['', undefined],
      ['~', 'approximate'],
      ['?', 'uncertain'],
      ['%', 'uncertain-approximate'],
    ] as const) {
      const date = parseEdtf(text + sign)
      t.equal(date?.kind, 'single', text + sign)
      if (date?.kind !== 'single') continue
      t.equal(date.text, text + sign)
      t.equal(written(rangeOf(date)), days, text + sign)
      t.equal(date.mark, mark)
      t.equal('mark' in date, sign !== '')
    }
  }
  t.end()
})

t.test('intervals: where they begin, where they end, and the window they span', (t) => {
  const table: readonly (readonly [text: string, begin: string, end: string, window: string])[] = [
    ['2011-07/2013-03', '2011-07-01 2011-07-31', '2013-03-01 2013-03-31', '2011-07-01 2013-03-31'],
    ['2018/..', '2018-01-01 2018-12-31', 'open', '2018-01-01 open'],
    ['2018/', '2018-01-01 2018-12-31', 'unknown', '2018-01-01 open'],
    ['../2015-11-26', '1900-01-01 2015-11-26', '1900-01-01 2015-11-26', '1900-01-01 2015-11-26'],
    ['../2014-10', '1900-01-01 2014-10-31', '1900-01-01 2014-10-31', '1900-01-01 2014-10-31'],
    ['2009/2010-04', '2009-01-01 2009-12-31', '2010-04-01 2010-04-30', '2009-01-01 2010-04-30'],
    ['2012/2012-05', '2012-01-01 2012-12-31', '2012-05-01 2012-05-31', '2012-01-01 2012-05-31'],
    ['2012-24~/2013-34?', '2012-12-01 2013-02-28', '2013-04-01 2013-06-30', '2012-12-01 2013-06-30'],
    ['201X/2012', '2010-01-01 2019-12-31', '2012-01-01 2012-12-31', '2010-01-01 2012-12-31'],
    ['2012', '2012-01-01 2012-12-31', '2012-01-01 2012-12-31', '2012-01-01 2012-12-31'],
  ]
  for (const [text, begin, end, window] of table) {
    const date = parseEdtf(text)
    t.ok(date, text)
    if (date === undefined) continue
    const { earliest, latest } = windowOf(date)
    t.equal(date.text, text)
    t.equal(written(beginRangeOf(date)), begin, text)
    t.equal(written(endRangeOf(date)), end, text)
    t.equal(`${iso(earliest)} ${iso(latest)}`, window, text)
  }
  t.end()
})

const refused = [
  '',
  ' ',
  '2012 ',
  'mars 2012',
  '12',
  '20112',
  '0212',
  '1899',
  '2200',
  '189X',
  '220X',
  '201x',
  '20XX',
  '2012-XX',
  '2012-00',
  '2012-13',
  '2012-20',
  '2012-25',
  '2012-32',
  '2012-37',
  '2012-39',
  '2012-42',
  '2012-3',
  '2012-02-30',
  '2011-02-29',
  '2012-03-00',
  '2012-21-01',
  '2012~~',
  '~2012',
  '2012~-03',
  '..',
  '../..',
  '/2012',
  '/',
  '../',
  '2012/../2013',
  '2012/2013/2014',
  '2013/2012',
  '2012-04/2012-03',
  '2012-03-15/2012-03-14',
  '2012-22/2012-21',
  '2012-03-15T10:00',
  '-2012',
  '[2012,2013]',
]

t.test('what is not one of them is refused', (t) => {
  for (const text of refused) {
    t.equal(parseEdtf(text), undefined, text)
    t.equal(Edtf.safeParse(text).success, false, text)
  }
  t.end()
})

t.test('the schemas take a text and give the same text', (t) => {
  for (const text of [
    '2012',
    '2012-03~',
    '2011-07/2013-03',
    '2018/..',
    '2018/',
    '../2015-11-26',
    '2012-03-15~/2012-03-16%',
  ]) {
    t.equal(Edtf.parse(text), text)
    t.equal(EdtfWindow.parse(text), text)
    t.equal(EdtfSingle.safeParse(text).success, !text.includes('/'), text)
  }
  t.equal(Edtf.safeParse(2012).success, false)
  t.end()
})

t.test('a validated text is read once', (t) => {
  const text = Edtf.parse('2012-21~')
  t.strictSame(imprecise(text), parseEdtf('2012-21~'))
  t.equal(imprecise(text), imprecise(text))
  t.throws(() => imprecise('nonsense' as EdtfText), TypeError)
  t.end()
})

t.test('two columns make an interval, with .. for what goes on', (t) => {
  t.equal(intervalOfColumns('2018', '..')?.text, '2018/..')
  t.equal(intervalOfColumns('2018', '')?.text, '2018/')
  t.equal(intervalOfColumns('2011-07', '2013-03~')?.text, '2011-07/2013-03~')
  t.equal(intervalOfColumns('2013', '2012'), undefined)
  t.equal(intervalOfColumns('..', '2012'), undefined)
  t.equal(intervalOfColumns('2012/2013', '..'), undefined)
  t.end()
})
