import t from 'tap'
import { setbackNatures } from '#domain/steps/catalogue/shared-attributes.js'
import { roles } from '#domain/steps/roles.js'
import {
  readCode,
  readCodes,
  readDate,
  readEnd,
  readFlag,
  readIdentifier,
  readIdentifiers,
  readNumber,
  readQuantity,
  readSingleDate,
  readTexts,
  type CellReader,
} from '#src/typed/read-cell.js'

/** The value that was read, or the code of what is wrong. */
const outcome = <T>(reader: CellReader<T>, text: string): T | { readonly problem: string } => {
  const reading = reader(text)
  return 'value' in reading ? reading.value : { problem: reading.problem }
}

const readings: readonly {
  readonly name: string
  readonly reader: CellReader<unknown>
  readonly cells: readonly (readonly [text: string, expected: unknown])[]
}[] = [
  {
    name: 'one date, in EDTF or as people type it',
    reader: readSingleDate,
    cells: [
      ['2012', '2012'],
      ['2012-03~', '2012-03~'],
      ['2015-22', '2015-22'],
      ['15/03/2012', '2012-03-15'],
      ['mars 2012', '2012-03'],
      ['vers 2012', '2012~'],
      ['printemps 2012', '2012-21'],
      ['2011/2013', { problem: 'one-date-expected' }],
      ['avant mars 2012', { problem: 'one-date-expected' }],
      ['31/02/2012', { problem: 'date-not-understood' }],
      ['bientôt', { problem: 'date-not-understood' }],
    ],
  },
  {
    name: 'an end, which may be open',
    reader: readEnd,
    cells: [
      ['..', '..'],
      ['En cours', '..'],
      ['mai 2019', '2019-05'],
      ['2011/2013', { problem: 'one-date-expected' }],
    ],
  },
  {
    name: 'a window',
    reader: readDate,
    cells: [
      ['2012/2012-05', '2012/2012-05'],
      ['2018/..', '2018/..'],
      ['../2015-11-26', '../2015-11-26'],
      ['entre mars et juin 2011', '2011-03/2011-06'],
    ],
  },
  {
    name: 'a quantity',
    reader: readQuantity,
    cells: [
      ['20', 20],
      ['1 500', 1500],
      ['1\u202f500', 1500],
      ['1,5', 1.5],
      ['3..15', '3..15'],
      ['30~', '30~'],
      ['une trentaine', { problem: 'quantity-expected' }],
      ['-3', { problem: 'quantity-expected' }],
    ],
  },
  {
    name: 'a number',
    reader: readNumber,
    cells: [
      ['6000000', 6_000_000],
      ['80 000 €', 80_000],
      ['3..15', { problem: 'number-expected' }],
    ],
  },
  {
    name: 'a role',
    reader: readCode(roles),
    cells: [
      ['hôte', 'host'],
      ['HOTE', 'host'],
      ['co-lead', 'co-lead'],
      ['Bénéficiaire', 'beneficiary'],
      ['chef', { problem: 'code-unknown' }],
    ],
  },
  {
    name: 'the nature of a setback',
    reader: readCode(setbackNatures),
    cells: [
      ['longue attente', 'long-wait'],
      ['no-lab', 'no-lab'],
      ['Désaccord', 'disagreement'],
    ],
  },
  {
    name: 'several codes',
    reader: readCodes({ a: { fr: 'agents', en: 'agents' }, e: { fr: 'élus', en: 'elected members' } }),
    cells: [
      ['agents', ['a']],
      ['Agents, élus', ['a', 'e']],
      ['elus et agents', ['e', 'a']],
      ['agents, martiens', { problem: 'code-unknown' }],
      [',', { problem: 'code-unknown' }],
    ],
  },
  {
    name: 'a yes or no',
    reader: readFlag,
    cells: [
      ['oui', true],
      ['NON', false],
      ['true', true],
      ['x', true],
      ['peut-être', { problem: 'code-unknown' }],
    ],
  },
  {
    name: 'an identifier',
    reader: readIdentifier,
    cells: [
      ['H 042', 'h-042'],
      ['Région Bretagne', 'region-bretagne'],
      ['histoire.h042', 'histoire.h042'],
      ['—', { problem: 'identifier-expected' }],
    ],
  },
  {
    name: 'several identifiers',
    reader: readIdentifiers,
    cells: [['h001, H002; h003', ['h001', 'h002', 'h003']]],
  },
  { name: 'several texts', reader: readTexts, cells: [['PACA | Région Sud |', ['PACA', 'Région Sud']]] },
]

for (const { name, reader, cells } of readings) {
  t.test(`reads ${name}`, (t) => {
    for (const [text, expected] of cells) t.strictSame(outcome(reader, text), expected, text)
    t.end()
  })
}

t.test('says in both languages what to write instead', (t) => {
  const reading = readCode({ yes: { fr: 'oui', en: 'yes' }, no: { fr: 'non', en: 'no' } })('bof')
  t.strictSame(reading, {
    problem: 'code-unknown',
    remedy: { fr: 'Écrire l’un de : oui, non.', en: 'Write one of: yes, no.' },
  })
  t.end()
})
