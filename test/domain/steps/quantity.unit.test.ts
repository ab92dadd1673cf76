import t from 'tap'
import { parseQuantity, QuantityClaim, quantityOf } from '#domain/steps/declaring/quantity.js'

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
