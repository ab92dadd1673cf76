import t from 'tap'
import { amountName, numberName } from '#domain/kernel/number-name.js'

t.test('numbers are written as each language writes them', (t) => {
  t.equal(numberName(1.5, 'fr'), '1,5')
  t.equal(numberName(1.5, 'en'), '1.5')
  t.equal(amountName(29_000.5, 'fr'), '29\u202f000,50')
  t.equal(amountName(29_000.5, 'en'), '29,000.50')
  t.equal(amountName(29_000, 'fr'), '29\u202f000', 'without cents where there are none')
  t.end()
})
