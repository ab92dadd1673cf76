import { readFileSync } from 'node:fs'
import t from 'tap'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { checkModelText } from '#src/tasks/models/use-cases/check-model.js'

const golden = (name: string): string =>
  readFileSync(new URL(`../../../../../test/golden/models/${name}`, import.meta.url), 'utf8')

/** Each fault as `line:column code path`. */
const faultsOf = (text: string): readonly string[] =>
  checkModelText(text).check.faults.map(({ line = 0, column = 0, code, path }) =>
    `${line}:${column} ${code} ${path}`.trim(),
  )

t.test('more than forty planted faults, each named where it stands, and nothing else', (t) => {
  const { check } = checkModelText(golden('faulty-model.json'))
  const lines = check.faults.map(({ line, column, code, path, message, en }) =>
    [`${line ?? 0}:${column ?? 0}`, code, path.replaceAll(/(\/not){9,}/g, '/not…'), message, en].join(' | '),
  )
  t.strictSame([...lines, ''], golden('faulty-model.txt').split('\n'))
  t.equal(check.valid, false)
  t.end()
})

t.test('no sentence has a hole, a program’s word or a pattern in it', (t) => {
  for (const { message, en } of checkModelText(golden('faulty-model.json')).check.faults) {
    t.notMatch(message, /undefined|\{\w+\}|\^|\[object|array|string|number|invalid|NaN/i)
    t.notMatch(en, /undefined|\{\w+\}|\^|\[object|\barray\b|\bstring\b|\binvalid\b|NaN/i)
  }
  t.end()
})

t.test('a text that is no JSON is told with its line and column', (t) => {
  t.strictSame(faultsOf(''), ['1:1 not-json'])
  t.strictSame(faultsOf('  \n '), ['1:1 not-json'])
  t.strictSame(faultsOf('{\n  "id": "a",\n}'), ['3:1 not-json'])
  t.strictSame(faultsOf('{\n  "id": "a"\n  "version": 1\n}'), ['3:3 not-json'])
  t.strictSame(faultsOf('{\r\n  "id" "a"\r\n}'), ['2:8 not-json'])
  t.strictSame(faultsOf('{ "id": bac }'), ['1:9 not-json'])
  t.strictSame(faultsOf('{ "id": "a" // ici\n}'), ['1:13 not-json'])
  t.strictSame(faultsOf('{ "dimensions": [1, 2 }'), ['1:23 not-json'])
  t.strictSame(faultsOf('{} {}'), ['1:4 not-json'])
  t.strictSame(faultsOf('{ "id": "a\nb" }'), ['1:9 not-json'])
  t.match(checkModelText('{ "a": 1, }').check.faults[0]?.message, /^ce n’est pas du JSON : il manque un nom/)
  t.end()
})

t.test('a name that is written twice is told, since JSON would keep the last in silence', (t) => {
  const text = JSON.stringify(FIRST_MODEL_DOCUMENT).replace('"version":1,', '"version":1,"version":1,')
  t.strictSame(faultsOf(text), ['1:36 repeated-key /version'])
  t.end()
})

t.test('any nesting is read without running out of stack', (t) => {
  t.strictSame(faultsOf('['.repeat(200_000)), ['1:1001 too-deep'])
  t.strictSame(
    faultsOf('{"a":'.repeat(99) + '1' + '}'.repeat(99)).filter((fault) => fault.includes('too-deep')),
    [],
  )
  t.end()
})

t.test('a byte order mark is no fault, and a valid model has its hash', (t) => {
  const { check } = checkModelText(`\uFEFF${JSON.stringify(FIRST_MODEL_DOCUMENT)}`)
  t.equal(check.valid, true)
  t.equal(check.id, 'premier-modele')
  t.match(check.hash, /^[0-9a-f]{64}$/)
  t.strictSame(
    check.warnings.map(({ code }) => code),
    ['outlives-lower-level', 'outlives-lower-level'],
  )
  t.end()
})
