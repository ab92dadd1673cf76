import t from 'tap'
import { stepBehind } from '#domain/evidence/step-behind.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'

t.test('every kind of evidence that the catalogue yields has its step behind it', async (t) => {
  for (const kind of catalogueVocabulary.keys()) {
    const behind = stepBehind(kind)
    t.not(behind, undefined, kind)
    const written = behind?.part === 'itself' ? behind.kind : `${behind?.kind ?? ''}-${behind?.part ?? ''}`
    t.equal(written, kind)
  }
})

t.test('by example', async (t) => {
  t.strictSame(stepBehind('residency-completed'), { kind: 'residency', part: 'completed' })
  t.strictSame(stepBehind('lab-prefiguration'), { kind: 'lab-prefiguration', part: 'itself' })
  t.strictSame(stepBehind('support'), { kind: 'support', part: 'itself' })
  t.equal(stepBehind('alpha'), undefined)
  t.equal(stepBehind('alpha-planned'), undefined)
})
