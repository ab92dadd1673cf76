import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { windowOf, type ImpreciseDate } from '#domain/time/edtf.js'
import { sentenceOf, windowSentence } from '#domain/time/edtf-sentence.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { impreciseDates } from '#test/support/imprecise-dates.js'
import { holds } from '#test/support/holds.js'

const languages = fc.constantFrom('fr' as const, 'en' as const)

const kindOf = (date: ImpreciseDate) =>
  (({ single: 'date', interval: 'period', before: 'window' }) as const)[date.kind]

t.test('the sentence of any date, typed back, is that date', (t) => {
  holds(
    t,
    fc.property(impreciseDates(), languages, (date, language) => {
      const sentence = sentenceOf(date, language)
      assert.deepStrictEqual(
        readTypedDate(sentence),
        { understood: true, kind: kindOf(date), edtf: date.text, date },
        sentence,
      )
    }),
    1500,
  )
  t.end()
})

/** Two windows have a plainer sentence than their text: `2012/2012` is «en 2012», and an unknown end is an open one. */
const isToldPlainer = (date: ImpreciseDate): boolean =>
  date.kind === 'interval' &&
  (date.end === 'unknown' || (date.end !== 'open' && date.begin.text === date.end.text))

t.test('the sentence of any window, typed back, is that window', (t) => {
  holds(
    t,
    fc.property(impreciseDates(), languages, (date, language) => {
      const sentence = windowSentence(date, language)
      const typed = readTypedDate(sentence)
      assert.ok(typed.understood, sentence)
      assert.deepStrictEqual(windowOf(typed.date), windowOf(date), sentence)
      if (isToldPlainer(date)) return
      assert.equal(typed.edtf, date.text, sentence)
      assert.equal(typed.kind, date.kind === 'single' ? 'date' : 'window', sentence)
    }),
    1500,
  )
  t.end()
})

const disguises: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replaceAll(' ', ' \u202f'),
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll('-', '\u2011'),
  (text) => `  ${text}. `,
]

t.test('case, accents, spaces, apostrophes and hyphens change nothing', (t) => {
  holds(
    t,
    fc.property(impreciseDates(), fc.constantFrom(...disguises), (date, disguise) => {
      const sentence = disguise(sentenceOf(date, 'fr'))
      const typed = readTypedDate(sentence)
      assert.equal(typed.understood && typed.edtf, date.text, sentence)
    }),
    600,
  )
  t.end()
})

t.test('two dates are told the same only when they are the same', (t) => {
  holds(
    t,
    fc.property(impreciseDates(), impreciseDates(), languages, (one, other, language) => {
      assert.equal(sentenceOf(one, language) === sentenceOf(other, language), one.text === other.text)
    }),
    300,
  )
  t.end()
})
