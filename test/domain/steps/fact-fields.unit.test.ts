import t from 'tap'
import { type Fact, freeTextsOf } from '#domain/steps/fact.js'
import { Cost, declaredFields, factFields, fieldAt, fieldsToFill, Source } from '#domain/steps/fact-fields.js'

t.test('every declared field is one of a fact, and every part one of its whole', async (t) => {
  t.strictSame(Object.keys(factFields), Object.keys(declaredFields))
  const partsOf = (whole: string) =>
    fieldsToFill.flatMap(({ path }) => (path.startsWith(`${whole}.`) ? [path.slice(whole.length + 1)] : []))
  t.strictSame(partsOf('cost'), Object.keys(Cost.shape))
  t.strictSame(partsOf('source'), Object.keys(Source.shape))
  t.equal(fieldAt('cost.min')?.column?.code, 'cost_eur_min')
  t.equal(fieldAt('cost'), undefined, 'which nobody fills in by itself')
  t.equal(fieldAt('constructor'), undefined)
})

t.test('a field holds codes where its declaration lists them, and only there', async (t) => {
  for (const { path, sort, codes } of fieldsToFill) t.equal(codes !== undefined, sort === 'code', path)
})

t.test('every text that a person writes freely is searched for what may not be kept', async (t) => {
  const texts = fieldsToFill.filter(({ sort }) => sort === 'line' || sort === 'paragraph')
  t.not(texts.length, 0)
  for (const { path } of texts) {
    const [whole = '', part] = path.split('.')
    const told: unknown = { [whole]: part === undefined ? 'un texte' : { [part]: 'un texte' } }
    t.strictSame(freeTextsOf(told as Fact), [[path, 'un texte']], path) // only its texts are looked at
  }
})
