import t from 'tap'
import { asTypedAgain } from '#domain/kernel/number-typed.js'
import {
  parseQuantity,
  QuantityClaim,
  quantityOf,
  readQuantityTyped,
} from '#domain/steps/declaring/quantity.js'

const readings: readonly (readonly [
  cell: string,
  claim: number | string,
  min: number,
  max: number,
  vague: boolean,
])[] = [
  ['20', 20, 20, 20, false],
  ['0', 0, 0, 0, false],
  ['1,5', 1.5, 1.5, 1.5, false],
  ['1.5', 1.5, 1.5, 1.5, false],
  [' 1 500 ', 1500, 1500, 1500, false],
  ['25\u202f000', 25_000, 25_000, 25_000, false],
  ['3..15', '3..15', 3, 15, false],
  ['3 .. 15', '3..15', 3, 15, false],
  ['1 000..1 500', '1000..1500', 1000, 1500, false],
  ['0,5..1,5', '0.5..1.5', 0.5, 1.5, false],
  ['30~', '30~', 30, 30, true],
  ['2 000 ~', '2000~', 2000, 2000, true],
  ['de 3 à 15', '3..15', 3, 15, false],
  ['3 à 15', '3..15', 3, 15, false],
  ['entre 1 000 et 1 500', '1000..1500', 1000, 1500, false],
  ['from 0.5 to 1.5', '0.5..1.5', 0.5, 1.5, false],
  ['environ 30', '30~', 30, 30, true],
  ['Environ 2 000', '2000~', 2000, 2000, true],
  ['29 000,50', 29_000.5, 29_000.5, 29_000.5, false],
  ['1.234.567', 1_234_567, 1_234_567, 1_234_567, false],
  ['1.234,50', 1234.5, 1234.5, 1234.5, false],
  ['1,234.50', 1234.5, 1234.5, 1234.5, false],
  ['29’000', 29_000, 29_000, 29_000, false],
  ['0,125', 0.125, 0.125, 0.125, false],
  ['1234,567', 1234.567, 1234.567, 1234.567, false],
  ['1,2340', 1.234, 1.234, 1.234, false],
  ['de 1 500 à 2 000,5', '1500..2000.5', 1500, 2000.5, false],
]

for (const [cell, claim, min, max, approximate] of readings) {
  t.test(`« ${cell} »`, (t) => {
    t.strictSame(parseQuantity(cell), claim)
    t.strictSame(quantityOf(QuantityClaim.parse(claim)), { min, max, approximate })
    t.end()
  })
}

for (const cell of [
  '',
  ' ',
  '-3',
  '15..3',
  '3..',
  '..3',
  '~30',
  '3-15',
  'de 15 à 3',
  'environ 3 à 15',
  'environ',
  'vingt',
  '20 30',
  '1 2',
  '3..15~',
  '1e3',
  'NaN',
]) {
  t.test(`« ${cell} » is no quantity`, (t) => {
    t.equal(parseQuantity(cell), undefined)
    t.end()
  })
}

t.test('a number is written as one: one spelling for one claim', (t) => {
  for (const claim of ['20', -1, Infinity, NaN, null, '9'.repeat(41)]) {
    t.notOk(QuantityClaim.safeParse(claim).success, String(claim))
  }
  t.end()
})

t.test('a text that is no quantity has one fault, a range the wrong way round another', (t) => {
  const messages = (claim: string): unknown =>
    QuantityClaim.safeParse(claim).error?.issues.map(({ message }) => message)
  t.strictSame(messages('abc'), ['un nombre (20), une fourchette (3..15) ou une approximation (30~)'])
  t.strictSame(messages('15..3'), ['une fourchette va du plus petit au plus grand'])
  t.end()
})

t.test('what can mean two things is given back with both, wherever it stands', (t) => {
  for (const [text, typed, small, large] of [
    ['29.000', '29.000', 29, 29_000],
    ['29,000', '29,000', 29, 29_000],
    ['1.500', '1.500', 1.5, 1500],
    ['environ 1,500', '1,500', 1.5, 1500],
    ['de 1.500 à 2.000', '1.500', 1.5, 1500],
    ['1.500~', '1.500', 1.5, 1500],
    ['3..1,250', '1,250', 1.25, 1250],
  ] as const) {
    t.strictSame(readQuantityTyped(text), { read: false, why: 'ambiguous', typed, small, large })
    t.equal(parseQuantity(text), undefined)
  }
  t.end()
})

t.test('what a form gives to be typed again is read as it was', (t) => {
  for (const value of [0, 1.5, 1.234, 29_000, 29_000.5, 0.125, 12.345]) {
    for (const sign of [',', '.'] as const) t.equal(parseQuantity(asTypedAgain(value, sign)), value)
  }
  t.end()
})
