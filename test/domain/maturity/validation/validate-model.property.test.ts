import fc from 'fast-check'
import t from 'tap'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { canonicalJson } from '#domain/kernel/json.js'
import { faultSentence } from '#domain/maturity/validation/model-faults.js'
import { assess } from '#domain/maturity/trajectory.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import { day } from '#domain/time/day.js'
import { evidenceOf, FIRST, modelDocument } from '#test/support/arbitrary-maturity.js'
import { propertyRuns } from '#test/support/property.js'
import { smallVocabulary } from '#test/support/small-vocabulary.js'

const vague = { dates: 3, unknowns: true, lives: true, inheritance: true, lostBeginnings: true, pieces: 6 }

t.test('a generated model survives JSON, validation, parsing and assessment', (t) => {
  let assessed = 0
  fc.assert(
    fc.property(modelDocument, evidenceOf(vague), (document, evidence) => {
      const validation = validateModel(JSON.parse(JSON.stringify(document)), smallVocabulary)
      if (!validation.valid) {
        // Random criteria may contradict themselves or negate an open sum; nothing else may be wrong with them.
        const codes = new Set(validation.faults.map(({ code }) => code))
        return [...codes].every((code) => code === 'unreachable' || code === 'unknown-at-most-missing')
      }
      assessed += 1
      const { position } = assess(validation.model, evidence, { horizon: day(FIRST + 400) })
      return canonicalJson(validation.document) === canonicalJson(document) && position.ranked.length === 2
    }),
    propertyRuns(150),
  )
  t.ok(assessed > 50, `${assessed} were assessed`)
  t.end()
})

/** One random change somewhere in a JSON value. */
const mutated = (value: unknown, choices: () => number, replacement: unknown): unknown => {
  if (typeof value !== 'object' || value === null || choices() % 5 === 0) return replacement
  if (Array.isArray(value)) {
    if (value.length === 0) return [replacement]
    const place = choices() % value.length
    if (choices() % 6 === 0) return value.filter((_, index) => index !== place)
    if (choices() % 6 === 0) return [...(value as readonly unknown[]), value[place]]
    return value.map((one: unknown, index) => (index === place ? mutated(one, choices, replacement) : one))
  }
  const entries = Object.entries(value)
  const place = choices() % Math.max(1, entries.length)
  if (choices() % 6 === 0) return Object.fromEntries(entries.filter((_, index) => index !== place))
  if (choices() % 6 === 0) return Object.fromEntries([...entries, [String(choices() % 9), replacement]])
  return Object.fromEntries(
    entries.map(([key, one], index) => [key, index === place ? mutated(one, choices, replacement) : one]),
  )
}

const planted = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    'P0D',
    'lab',
    'seminar',
    -1,
    1.5,
    1e308,
    null,
    {},
    [],
    { level: 'skills', atLeast: 1 },
    { not: { level: 'ecosystem', atLeast: 1 } },
    { count: ['constructor'], atLeast: 1, where: { toString: 1, __proto__: 2 } },
    { standing: 'lab', where: { constructor: true, team: { atLeast: 3 } } },
    JSON.parse('{"__proto__":{"count":["seminar"],"atLeast":1}}'),
  ),
)

t.test('no mutation of a valid model makes the validator throw, and each fault has a sentence', (t) => {
  let refused = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }), planted), {
        minLength: 1,
        maxLength: 3,
      }),
      (mutations) => {
        const document = mutations.reduce<unknown>((value, [numbers, replacement]) => {
          let next = 0
          return mutated(value, () => numbers[next++ % numbers.length] ?? 0, replacement)
        }, FIRST_MODEL_DOCUMENT)
        const validation = validateModel(document, catalogueVocabulary)
        if (validation.valid) return true
        refused += 1
        return validation.faults.every((fault) => {
          // What the document itself says may look like a hole.
          const { fr, en } = faultSentence({
            ...fault,
            data: Object.fromEntries(
              Object.entries(fault.data).map(([name, told]) => [name, String(told).replaceAll(/[{}]/g, '')]),
            ),
          })
          return !/\{\w+\}|undefined/.test(fr + en) && (fault.path === '' || fault.path.startsWith('/'))
        })
      },
    ),
    propertyRuns(120),
  )
  t.ok(refused > 60, `${refused} were refused`)
  t.end()
})
