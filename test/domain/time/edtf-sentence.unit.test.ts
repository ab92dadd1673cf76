import t, { type Test } from 'tap'
import { dayOfIso, FIRST_DAY, type Day } from '#domain/time/day.js'
import { parseEdtf } from '#domain/time/edtf.js'
import {
  nameOfDay,
  sentenceOf,
  sentenceOfDay,
  sentenceOfDuration,
  sentenceOfRange,
  windowSentence,
} from '#domain/time/edtf-sentence.js'

type Row = readonly [edtf: string, french: string, english: string]

const told = (rows: readonly Row[], sentence: typeof sentenceOf) => (t: Test) => {
  for (const [edtf, french, english] of rows) {
    const date = parseEdtf(edtf)
    t.ok(date, edtf)
    if (date === undefined) continue
    t.equal(sentence(date, 'fr'), french, edtf)
    t.equal(sentence(date, 'en'), english, edtf)
  }
  t.end()
}

t.test(
  'single dates',
  told(
    [
      ['2012-03-15', 'le 15 mars 2012', 'on 15 March 2012'],
      ['2012-03-01', 'le 1er mars 2012', 'on 1 March 2012'],
      ['2012-03', 'en mars 2012', 'in March 2012'],
      ['2012-08', 'en août 2012', 'in August 2012'],
      ['2012', 'en 2012', 'in 2012'],
      ['201X', 'dans les années 2010', 'in the 2010s'],
      ['2012-21', 'au printemps 2012', 'in spring 2012'],
      ['2012-22', 'à l’été 2012', 'in summer 2012'],
      ['2012-23', 'à l’automne 2012', 'in autumn 2012'],
      ['2012-24', 'à l’hiver 2012-2013', 'in winter 2012-2013'],
      ['2016-33', 'au 1er trimestre 2016', 'in the first quarter of 2016'],
      ['2016-34', 'au 2e trimestre 2016', 'in the second quarter of 2016'],
      ['2016-35', 'au 3e trimestre 2016', 'in the third quarter of 2016'],
      ['2016-36', 'au 4e trimestre 2016', 'in the fourth quarter of 2016'],
      ['2016-40', 'au 1er semestre 2016', 'in the first half of 2016'],
      ['2016-41', 'au 2e semestre 2016', 'in the second half of 2016'],
    ],
    sentenceOf,
  ),
)

t.test(
  'marks',
  told(
    [
      ['2012~', 'vers 2012', 'around 2012'],
      ['2012?', 'peut-être en 2012', 'perhaps in 2012'],
      ['2012%', 'peut-être vers 2012', 'perhaps around 2012'],
      ['2012-03~', 'vers mars 2012', 'around March 2012'],
      ['2012-03-15~', 'vers le 15 mars 2012', 'around 15 March 2012'],
      ['2012-03-15?', 'peut-être le 15 mars 2012', 'perhaps on 15 March 2012'],
      ['2012-22~', 'vers l’été 2012', 'around summer 2012'],
      ['2012-21?', 'peut-être au printemps 2012', 'perhaps in spring 2012'],
      ['201X~', 'vers les années 2010', 'around the 2010s'],
      ['2016-33~', 'vers le 1er trimestre 2016', 'around the first quarter of 2016'],
    ],
    sentenceOf,
  ),
)

t.test(
  'periods',
  told(
    [
      ['2011-07/2013-03', 'de juillet 2011 à mars 2013', 'from July 2011 to March 2013'],
      ['2012-04/2012-06', 'd’avril à juin 2012', 'from April to June 2012'],
      ['2011-08/2012-10', 'd’août 2011 à octobre 2012', 'from August 2011 to October 2012'],
      ['2011-10/2012', 'd’octobre 2011 à 2012', 'from October 2011 to 2012'],
      ['2011/2012', 'de 2011 à 2012', 'from 2011 to 2012'],
      ['2012-03-03/2012-03-15', 'du 3 au 15 mars 2012', 'from 3 to 15 March 2012'],
      ['2012-03-01/2012-03-15', 'du 1er au 15 mars 2012', 'from 1 to 15 March 2012'],
      ['2012-03-31/2012-04-01', 'du 31 mars au 1er avril 2012', 'from 31 March to 1 April 2012'],
      [
        '2012-12-31/2013-01-01',
        'du 31 décembre 2012 au 1er janvier 2013',
        'from 31 December 2012 to 1 January 2013',
      ],
      ['2012-21/2012-23', 'du printemps à l’automne 2012', 'from spring to autumn 2012'],
      ['2012-22/2012-24', 'de l’été 2012 à l’hiver 2012-2013', 'from summer 2012 to winter 2012-2013'],
      ['2016-33/2016-35', 'du 1er au 3e trimestre 2016', 'from the first to the third quarter of 2016'],
      [
        '2016-40/2017-40',
        'du 1er semestre 2016 au 1er semestre 2017',
        'from the first half of 2016 to the first half of 2017',
      ],
      ['2009/201X', 'de 2009 aux années 2010', 'from 2009 to the 2010s'],
      ['2009~/2012', 'de 2009 environ à 2012', 'from about 2009 to 2012'],
      ['2009/2012-03?', 'de 2009 à mars 2012 (peut-être)', 'from 2009 to March 2012 (perhaps)'],
      [
        '2012-03~/2012-06%',
        'de mars 2012 environ à juin 2012 environ (peut-être)',
        'from about March 2012 to about June 2012 (perhaps)',
      ],
      ['2012/2012', 'début et fin en 2012', 'beginning and end in 2012'],
      ['2018/..', 'depuis 2018', 'since 2018'],
      ['2018-03-01/..', 'depuis le 1er mars 2018', 'since 1 March 2018'],
      ['2018-22~/..', 'depuis l’été 2018 environ', 'since about summer 2018'],
      ['2018/', 'à partir de 2018, fin inconnue', 'from 2018, end unknown'],
      ['2018-04/', 'à partir d’avril 2018, fin inconnue', 'from April 2018, end unknown'],
      ['2018-04-12/', 'à partir du 12 avril 2018, fin inconnue', 'from 12 April 2018, end unknown'],
    ],
    sentenceOf,
  ),
)

const befores: readonly Row[] = [
  ['../2015-11-26', 'avant le 27 novembre 2015', 'before 27 November 2015'],
  ['../2015-11-30', 'avant le 1er décembre 2015', 'before 1 December 2015'],
  ['../2014-10', 'avant novembre 2014', 'before November 2014'],
  ['../2014-12', 'avant janvier 2015', 'before January 2015'],
  ['../2014', 'avant 2015', 'before 2015'],
  ['../2012-21', 'avant l’été 2012', 'before summer 2012'],
  ['../2012-24', 'avant le printemps 2013', 'before spring 2013'],
  ['../2014-12~', 'au plus tard vers décembre 2014', 'at the latest around December 2014'],
  ['../2014?', 'au plus tard peut-être en 2014', 'at the latest perhaps in 2014'],
  ['../2199', 'au plus tard en 2199', 'at the latest in 2199'],
]
t.test('before', told(befores, sentenceOf))
t.test('before, as a window', told(befores, windowSentence))

t.test(
  'windows',
  told(
    [
      ['2009/2010-04', 'entre 2009 et avril 2010', 'between 2009 and April 2010'],
      ['2009/2010', 'entre 2009 et 2010', 'between 2009 and 2010'],
      ['2011-03/2011-06', 'entre mars et juin 2011', 'between March and June 2011'],
      [
        '2012-02/2015-11-26',
        'entre février 2012 et le 26 novembre 2015',
        'between February 2012 and 26 November 2015',
      ],
      ['2012-03-03/2012-03-15', 'entre le 3 et le 15 mars 2012', 'between 3 and 15 March 2012'],
      [
        '2012-21/2012-22~',
        'entre le printemps 2012 et l’été 2012 environ',
        'between spring 2012 and about summer 2012',
      ],
      ['2018/..', 'en 2018 ou plus tard', 'in 2018 or later'],
      ['2018/', 'en 2018 ou plus tard', 'in 2018 or later'],
      ['2012/2012', 'en 2012', 'in 2012'],
      ['2015-11-26', 'le 26 novembre 2015', 'on 26 November 2015'],
    ],
    windowSentence,
  ),
)

const dayOf = (iso: string): Day => dayOfIso(iso) ?? FIRST_DAY

t.test('days and ranges of days', (t) => {
  t.equal(sentenceOfDay(dayOf('2012-03-15'), 'fr'), 'le 15 mars 2012')
  t.equal(sentenceOfDay(dayOf('2012-03-01'), 'en'), 'on 1 March 2012')
  t.equal(nameOfDay(dayOf('2012-08-01'), 'fr'), '1er août 2012')
  t.equal(nameOfDay(dayOf('2012-08-01'), 'en'), '1 August 2012')
  const range = (earliest: string, latest: string) => ({ earliest: dayOf(earliest), latest: dayOf(latest) })
  t.equal(sentenceOfRange(range('2012-01-01', '2012-12-31'), 'fr'), 'en 2012')
  t.equal(sentenceOfRange(range('2012-12-01', '2013-02-28'), 'fr'), 'à l’hiver 2012-2013')
  t.equal(sentenceOfRange(range('2012-03-15', '2012-03-15'), 'en'), 'on 15 March 2012')
  t.equal(sentenceOfRange(range('2012-03-15', '2012-06-15'), 'fr'), 'entre le 15 mars et le 15 juin 2012')
  t.equal(sentenceOfRange(range('1900-01-01', '2015-11-26'), 'fr'), 'avant le 27 novembre 2015')
  t.equal(sentenceOfRange(range('1900-01-01', '1909-12-31'), 'en'), 'in the 1900s')
  t.end()
})

t.test('durations', (t) => {
  const table = [
    [18, 0, '18 mois', '18 months'],
    [1, 0, '1 mois', '1 month'],
    [36, 0, '3 ans', '3 years'],
    [12, 0, '1 an', '1 year'],
    [0, 90, '90 jours', '90 days'],
    [0, 1, '1 jour', '1 day'],
    [0, 0, '0 jour', '0 days'],
    [12, 10, '1 an et 10 jours', '1 year and 10 days'],
  ] as const
  for (const [months, days, french, english] of table) {
    t.equal(sentenceOfDuration({ months, days }, 'fr'), french)
    t.equal(sentenceOfDuration({ months, days }, 'en'), english)
  }
  t.end()
})
