import assert from 'node:assert/strict'
import t from 'tap'
import fc from 'fast-check'
import { parseEdtf } from '#domain/time/edtf.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { holds } from '#test/support/holds.js'

const reads = (kind: 'date' | 'period' | 'window', table: Readonly<Record<string, readonly string[]>>) =>
  t.test(`what is understood as a ${kind}`, (t) => {
    for (const [edtf, texts] of Object.entries(table)) {
      for (const text of texts) {
        t.strictSame(readTypedDate(text), { understood: true, kind, edtf, date: parseEdtf(edtf) }, text)
      }
    }
    t.end()
  })

reads('date', {
  '2012': ['2012', ' 2012 ', 'en 2012', 'courant 2012', 'in 2012'],
  '2012-03': [
    'mars 2012',
    'Mars 2012',
    'en mars 2012',
    '03/2012',
    '3/2012',
    '2012-03',
    '2012-3',
    'fin mars 2012',
    'mi-mars 2012',
    'March 2012',
    'in march 2012',
    'mid-March 2012',
  ],
  '2012-08': ['août 2012', 'aout 2012', 'AOÛT 2012', 'aou 2012', 'Aug. 2012'],
  '2012-09': ['sept. 2012', 'sept 2012', 'septembre 2012'],
  '2012-02': ['févr. 2012', 'fev 2012', 'Feb 2012'],
  '2012-07': ['juil. 2012', 'juillet 2012', 'jul 2012'],
  '2012-03-15': [
    '15/03/2012',
    '15/3/2012',
    '15.03.2012',
    '15-03-2012',
    '15 03 2012',
    '15 mars 2012',
    'le 15 mars 2012',
    '2012-03-15',
    '2012/03/15',
    '15 March 2012',
    'March 15, 2012',
    'March 15th 2012',
    'on the 15th of March 2012',
  ],
  '2012-03-01': [
    '1er mars 2012',
    '1ᵉʳ mars 2012',
    '1 er mars 2012',
    'le 1er mars 2012',
    '01/03/2012',
    '1st March 2012',
  ],
  '2012-04-03': ['03/04/2012'],
  '2012-21': ['printemps 2012', 'au printemps 2012', 'spring 2012', 'in the spring of 2012', '2012-21'],
  '2012-22': ['été 2012', 'à l’été 2012', "l'ete 2012", 'summer 2012'],
  '2012-23': ['automne 2012', 'fall 2012', 'autumn 2012'],
  '2012-24': [
    'hiver 2012-2013',
    'à l’hiver 2012-2013',
    'hiver 2012/2013',
    'hiver 2012-13',
    'winter 2012–2013',
    '2012-24',
  ],
  '201X': [
    'années 2010',
    'les années 2010',
    'dans les années 2010',
    'décennie 2010',
    'the 2010s',
    '2010s',
    '201X',
    '201x',
  ],
  '2016-33': [
    '1er trimestre 2016',
    'T1 2016',
    '2016 T1',
    '2016-T1',
    'Q1 2016',
    'premier trimestre 2016',
    '1er trimestre de 2016',
    'au 1er trimestre de l’année 2016',
    'first quarter of 2016',
    '1st quarter 2016',
  ],
  '2016-41': [
    '2e semestre 2016',
    '2ème semestre 2016',
    'deuxième semestre 2016',
    'S2 2016',
    'H2 2016',
    'second half of 2016',
    'fin 2016',
    'end of 2016',
  ],
  '2013-40': ['début 2013', 'early 2013'],
  '2012~': [
    'vers 2012',
    'environ 2012',
    '2012 environ',
    '~2012',
    '2012~',
    '~ 2012',
    'autour de 2012',
    'around 2012',
    'about 2012',
    'circa 2012',
    'c. 2012',
    'ca. 2012',
  ],
  '2012-03-15~': [
    'vers le 15 mars 2012',
    'vers le 15/03/2012',
    'aux alentours du 15 mars 2012',
    'around 15 March 2012',
  ],
  '2012?': ['2012 ?', '2012?', '2012 (?)', 'peut-être en 2012', 'perhaps 2012', 'maybe in 2012'],
  '2012-03?': ['mars 2012 ?', 'mars 2012 (peut-être)'],
  '2012%': ['peut-être vers 2012', 'vers 2012 ?', 'perhaps around 2012', '2012%'],
})

reads('period', {
  '2011-03/2011-06': [
    'de mars à juin 2011',
    'De mars à juin 2011',
    'mars à juin 2011',
    'de mars 2011 à juin 2011',
    'de 03/2011 à 06/2011',
    'from March to June 2011',
    'from March until June 2011',
    '2011-03/2011-06',
  ],
  '2011-07/2013-03': [
    'de juillet 2011 à mars 2013',
    'juillet 2011 - mars 2013',
    'juillet 2011 – mars 2013',
    'de juillet 2011 jusqu’à mars 2013',
  ],
  '2012-08/2012-10': ['d’août à octobre 2012', "d'août à octobre 2012"],
  '2012-03-03/2012-03-15': [
    'du 3 au 15 mars 2012',
    'du 03/03 au 15/03/2012',
    '03/03/2012 - 15/03/2012',
    'from 3 to 15 March 2012',
  ],
  '2012-03-01/2012-04-15': ['du 1er mars au 15 avril 2012', 'from 1 March to 15 April 2012'],
  '2016-33/2016-35': [
    'du 1er au 3e trimestre 2016',
    'de T1 à T3 2016',
    'from the first to the third quarter of 2016',
  ],
  '2012-21/2012-23': ['du printemps à l’automne 2012', 'from spring to fall 2012'],
  '2011/2013': ['de 2011 à 2013', '2011-2013', '2011 - 2013', '2011/2013'],
  '2009~/2012': ['de 2009 environ à 2012', 'de vers 2009 à 2012'],
  '2018/..': ['depuis 2018', 'since 2018', '2018/..'],
  '2018-03-15/..': ['depuis le 15 mars 2018', 'depuis le 15/03/2018'],
  '2018/': [
    'à partir de 2018',
    'à compter de 2018',
    'à partir de 2018, fin inconnue',
    'depuis 2018, fin inconnue',
    'from 2018',
    'from 2018, end unknown',
    '2018/',
  ],
  '2018-04/': ['à partir d’avril 2018', 'from April 2018'],
})

reads('window', {
  '2011-03/2011-06': [
    'entre mars et juin 2011',
    'entre mars 2011 et juin 2011',
    'between March and June 2011',
    'Between March 2011 and June 2011',
  ],
  '2009/2010-04': ['entre 2009 et avril 2010', 'between 2009 and April 2010'],
  '2012-03-03/2012-03-15': ['entre le 3 et le 15 mars 2012', 'between 3 and 15 March 2012'],
  '../2012-02': ['avant mars 2012', 'before March 2012', '../2012-02', 'au plus tard en février 2012'],
  '../2012-03-14': ['avant le 15/03/2012', 'avant le 15 mars 2012', 'before 15 March 2012'],
  '../2011': ['avant 2012'],
  '../2012': ['au plus tard en 2012', 'en 2012 au plus tard', 'no later than 2012', 'au plus tard 2012'],
  '../2012-41': ['au plus tard fin 2012'],
  '2019/..': ['après 2018', 'after 2018'],
  '2018/..': ['en 2018 ou plus tard', '2018 ou après', 'in 2018 or later'],
})

t.test('what is refused, and why', (t) => {
  const table: Readonly<Record<keyof typeof typedDateRemedies, readonly string[]>> = {
    empty: ['', '  ', '\u00a0'],
    unrecognised: [
      'bientôt',
      'jui 2012',
      'mi-2012',
      'avant fin 2012',
      'avant mi-mars 2012',
      '5e trimestre 2016',
      'T5 2016',
      'années 2012',
      'hiver 2012-2014',
      'dès 2012',
      '..',
      '2012/03',
      'entre mars 2012',
      'jusqu’en 2012',
      'mars 2012 et juin 2013',
      'x'.repeat(200),
    ],
    'year-missing': [
      '12/03',
      '15 mars',
      '1er mars',
      'mars',
      'printemps',
      'été',
      '1er trimestre',
      'T1',
      'mars 12',
      'de mars à juin',
      'de mars à 2012',
      'March 15',
    ],
    'two-digit-year': ['12/03/12', '12.03.12', 'années 90', '90s', '12'],
    'impossible-day': [
      '31/02/2012',
      '29 février 2013',
      '2012-02-30',
      '32/01/2012',
      '0 mars 2012',
      'de 31/02/2012 à mars 2013',
      'du 30 au 31 février 2012',
    ],
    'impossible-month': ['13/2012', '2012-13', '15/13/2012', '03/15/2012', '2012-00'],
    'ambiguous-winter': ['hiver 2012', 'à l’hiver 2012', 'winter 2012', 'de l’été 2011 à l’hiver 2012'],
    'out-of-range': ['1850', 'mars 1850', '15/03/0212', '2200', 'avant 1900', 'après 2199', 'années 1890'],
    reversed: ['entre novembre et février 2012', 'de 2013 à 2012', 'du 15 au 3 mars 2012'],
  }
  for (const [code, texts] of Object.entries(table)) {
    for (const text of texts) t.strictSame(readTypedDate(text), { understood: false, code }, text)
  }
  t.end()
})

t.test('any text is understood or refused, quickly, and what is understood is EDTF', (t) => {
  const words = [
    'de',
    'du',
    'à',
    'au',
    'entre',
    'et',
    'vers',
    'mars',
    'été',
    'hiver',
    '2012',
    '12',
    '1er',
    'T1',
    'trimestre',
    '/',
    '-',
    '?',
    '~',
    'fin',
    'avant',
    'depuis',
    'l’',
    ',',
    'années',
    'to',
  ]
  const sentences = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((drawn) => drawn.join(' '))
  holds(
    t,
    fc.property(fc.oneof(fc.string(), sentences), (text) => {
      const typed = readTypedDate(text)
      if (typed.understood) assert.deepStrictEqual(parseEdtf(typed.edtf), typed.date, text)
      else assert.ok(typedDateRemedies[typed.code].fr, text)
    }),
    1000,
  )
  t.end()
})
