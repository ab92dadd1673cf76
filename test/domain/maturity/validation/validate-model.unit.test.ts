import t from 'tap'
import { canonicalJson } from '#domain/kernel/json.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { FIRST_MODEL, FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { modelHash } from '#domain/maturity/model/model-hash.js'
import { faultSentence, warningSentence } from '#domain/maturity/validation/model-faults.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import { smallVocabulary } from '#test/support/small-vocabulary.js'

const wording = { fr: 'essai', en: 'test' }
const level = (code: string, criterion: unknown) => ({ code, labels: wording, reason: wording, criterion })
const dimension = (code: string, ...criteria: readonly unknown[]) => ({
  code,
  labels: wording,
  reason: wording,
  levels: criteria.map((criterion, index) => level(`level-${index + 1}`, criterion)),
})
const position = (code: string, exported: string, criterion: unknown) => ({
  ...level(code, criterion),
  export: exported,
})

const plain = { count: ['alpha'], atLeast: 1 }
const document = (changed: object = {}) => ({
  id: 'test',
  version: 1,
  labels: wording,
  reason: wording,
  inheritance: 'full',
  unobserved: { position: wording, level: wording },
  dimensions: [dimension('first', plain)],
  positions: [position('one', 'ONE', { level: 'first', atLeast: 1 })],
  ...changed,
})

/** Each fault as `code path`. */
const faultsOf = (raw: unknown): readonly string[] => {
  const validation = validateModel(raw, smallVocabulary)
  return validation.valid ? [] : validation.faults.map(({ code, path }) => `${code} ${path}`)
}

const faultsOfCriterion = (criterion: unknown): readonly string[] =>
  faultsOf(document({ positions: [position('one', 'ONE', criterion)] })).map((fault) =>
    fault.replace('/positions/0/criterion', ''),
  )

t.test('a model without faults is valid, and what its author may not have meant is told', (t) => {
  const validation = validateModel(
    document({
      dimensions: [
        dimension('first', { standing: 'gamma', fresh: 'P1Y' }, { standing: 'gamma' }),
        dimension('second', { sum: 'size', of: ['alpha'], atLeast: 3 }),
      ],
      positions: [
        position('one', 'ONE', { not: { level: 'second', atLeast: 1 } }),
        position('two', 'TWO', {
          all: [
            { ...plain, within: 'P1Y', fresh: 'P3Y' },
            { ...plain, within: 'P3Y', fresh: 'P1Y' },
          ],
        }),
      ],
    }),
    smallVocabulary,
  )
  t.strictSame(
    validation.valid ? validation.warnings.map(({ code, path }) => `${code} ${path}`) : validation,
    [
      'never-stale /dimensions/0/levels/1/criterion',
      'idle-fresh /positions/1/criterion/all/0/fresh',
      'guess-under-negation /positions/0/criterion/not',
      'outlives-lower-level /dimensions/0/levels/1/criterion',
    ],
  )
  t.end()
})

t.test('twenty planted faults are all named, each with its path', (t) => {
  const raw = document({
    inheritance: 'half',
    version: 0,
    dimensions: [
      dimension(
        'first',
        { count: ['omega'], atLeast: 1 },
        { count: ['gamma'], atLeast: 1 },
        { level: 'first', atLeast: 3 },
      ),
      dimension('second', { level: 'third', atLeast: 1 }, { standing: 'gamma', for: 'P0D' }),
      dimension(
        'third',
        { level: 'second', atLeast: 1 },
        { level: 'nowhere', atLeast: 1 },
        { level: 'second', atLeast: 9 },
      ),
      dimension('first', { all: [plain, { not: plain }] }),
      { ...dimension('fourth', plain, plain), levels: [level('same', plain), level('same', plain)] },
    ],
    positions: [
      position('one', 'ONE', { level: 'first', atLeast: 1, fresh: 'P1Y' }),
      position('one', 'HOR', { count: ['alpha'], atLeast: 0 }),
      position('two', 'TWO', { sum: 'audience', of: ['alpha'], atLeast: 1 }),
      position('three', 'THR', { not: { sum: 'size', of: ['alpha'], atLeast: 1 } }),
      position('four', 'FOU', { count: ['alpha'], atLeast: 1, where: { weight: 3 } }),
      position('five', 'FIV', { count: ['alpha'], atLeast: 1, where: { audience: { atLeast: 3 } } }),
      position('six', 'SIX', { count: ['alpha'], atLeast: 1, where: { audience: 'z' } }),
      position('seven', 'SEV', { atLeast: 3, of: [plain, plain] }),
      position('eight', 'EIG', { frequency: 'often' }),
      position('nine', 'NIN', { count: ['alpha'] }),
      position('ten', 'TEN', { any: [] }),
    ],
  })
  t.strictSame([...faultsOf(raw)].sort(), [
    'bad-duration /dimensions/1/levels/1/criterion/for',
    'bad-value /inheritance',
    'duplicate-code /dimensions/3/code',
    'duplicate-code /dimensions/4/levels/1/code',
    'duplicate-code /positions/1/code',
    'empty-list /positions/10/criterion/any',
    'fresh-on-level /positions/0/criterion/fresh',
    'level-circle /dimensions/2/levels/0/criterion/level',
    'level-not-lower /dimensions/0/levels/2/criterion/atLeast',
    'level-out-of-range /dimensions/2/levels/2/criterion/atLeast',
    'missing /positions/9/criterion/atLeast',
    'more-than-choices /positions/7/criterion/atLeast',
    'not-a-quantity /positions/2/criterion/sum',
    'not-positive /positions/1/criterion/atLeast',
    'not-positive /version',
    'reserved-code /positions/1/export',
    'unknown-at-most-missing /positions/3/criterion/not',
    'unknown-attribute /positions/4/criterion/where/weight',
    'unknown-dimension /dimensions/2/levels/1/criterion/level',
    'unknown-form /positions/8/criterion',
    'unknown-kind /dimensions/0/levels/0/criterion/count/0',
    'unknown-value /positions/6/criterion/where/audience',
    'unreachable /dimensions/3/levels/0/criterion',
    'wrong-comparison /positions/5/criterion/where/audience/atLeast',
    'wrong-sort /dimensions/0/levels/1/criterion/count/0',
  ])
  t.end()
})

t.test('faults of shape', (t) => {
  t.strictSame(faultsOf(undefined), ['wrong-type '])
  t.strictSame(faultsOf({ ...document(), author: 'x' }), ['unknown-key /author'])
  t.strictSame(faultsOf({ ...document(), labels: { fr: 'moitié \ud83d', en: 'half' } }), [
    'lone-surrogate /labels/fr',
  ])
  t.strictSame(faultsOf({ ...document(), labels: { fr: 'entier \u{1f600}', en: 'whole' } }), [])
  t.strictSame(faultsOfCriterion(undefined), ['missing '])
  t.strictSame(faultsOfCriterion([plain]), ['wrong-type '])
  t.strictSame(faultsOfCriterion({ ...plain, since: 'P1Y' }), ['unknown-key /since'])
  t.strictSame(faultsOfCriterion({ ...plain, atLeast: -1 }), ['not-positive /atLeast'])
  t.strictSame(faultsOfCriterion({ ...plain, atLeast: 1.5 }), ['wrong-type /atLeast'])
  t.strictSame(faultsOfCriterion({ ...plain, within: '3 ans' }), ['bad-duration /within'])
  t.strictSame(faultsOfCriterion({ count: ['alpha', 'alpha'], atLeast: 1 }), ['duplicate-kind /count/1'])
  t.strictSame(faultsOfCriterion({ ...plain, where: { size: {} } }), ['empty-comparison /where/size'])
  t.strictSame(faultsOfCriterion({ ...plain, where: { size: { least: 3 } } }), [
    'unknown-key /where/size/least',
  ])
  t.strictSame(faultsOfCriterion({ ...plain, where: { size: 'grand' } }), ['wrong-comparison /where/size'])
  t.strictSame(faultsOfCriterion({ ...plain, where: { official: { in: ['yes'] } } }), [
    'wrong-comparison /where/official/in/0',
  ])
  t.end()
})

/** A model of one criterion over the catalogue, whose evidence is derived from steps. */
const faultsInCatalogue = (criterion: unknown): readonly string[] => {
  const validation = validateModel(
    document({
      dimensions: [dimension('first', { count: ['seminar'], atLeast: 1 })],
      positions: [position('one', 'ONE', criterion)],
    }),
    catalogueVocabulary,
  )
  return validation.valid ? [] : [...new Set(validation.faults.map(({ code }) => code))]
}

t.test('evidence that is derived from the same steps goes together', (t) => {
  const completed = { count: ['residency-completed'], atLeast: 1 }
  const undertaken = { standing: 'residency-undertaken', fresh: null }
  const trained = { sum: 'agentsTrained', of: ['training-session'], atLeast: 20 }
  const lab = { standing: 'lab', fresh: null }
  const begun = { count: ['lab-begun'], atLeast: 1 }
  const unreachable: readonly unknown[] = [
    { all: [trained, { not: { count: ['training-session'], atLeast: 1 } }] },
    {
      all: [
        { ...trained, within: 'P1Y' },
        { not: { count: ['training-session', 'seminar'], atLeast: 1, within: 'P3Y' } },
      ],
    },
    { all: [completed, { not: undertaken }] },
    {
      all: [
        { ...completed, atLeast: 3, within: 'P2Y' },
        { not: { ...undertaken, atLeast: 2, fresh: 'P3Y' } },
      ],
    },
    { all: [{ standing: 'residency', for: 'P1M', fresh: 'P1Y' }, { not: { ...undertaken, fresh: 'P2Y' } }] },
    { all: [lab, { not: begun }] },
    { all: [{ ...lab, atLeast: 2, where: { team: { atLeast: 3 } } }, { not: { ...begun, atLeast: 2 } }] },
    { all: [{ sum: 'participants', of: ['residency-completed'], atLeast: 5 }, { not: undertaken }] },
  ]
  for (const criterion of unreachable) t.strictSame(faultsInCatalogue(criterion), ['unreachable'])
  const reachable: readonly unknown[] = [
    { all: [trained, { not: { count: ['training-session'], atLeast: 2 } }] },
    { all: [{ count: ['training-session'], atLeast: 1 }, { not: { ...trained, unknownAtMost: 0 } }] },
    { all: [undertaken, { not: completed }] },
    { all: [undertaken, { not: { standing: 'residency', fresh: null } }] },
    { all: [completed, { not: { ...undertaken, fresh: 'P3Y' } }] },
    { all: [completed, { not: { ...undertaken, for: 'P1Y' } }] },
    { all: [{ count: ['residency-completed', 'seminar'], atLeast: 1 }, { not: undertaken }] },
    {
      all: [{ ...completed, atLeast: 2, fresh: 'P1Y' }, { not: { ...undertaken, atLeast: 2, fresh: 'P1Y' } }],
    },
    { all: [begun, { not: lab }] },
    { all: [lab, { not: { ...begun, within: 'P1Y' } }] },
    {
      all: [
        { ...lab, where: { team: { atLeast: 3 } } },
        { not: { ...begun, where: { team: { atLeast: 3 } } } },
      ],
    },
    { all: [{ count: ['lab-ended'], atLeast: 1 }, { not: lab }] },
  ]
  for (const criterion of reachable) t.strictSame(faultsInCatalogue(criterion), [], JSON.stringify(criterion))
  t.end()
})

t.test('what no evidence can reach', (t) => {
  const two = { count: ['alpha'], atLeast: 2 }
  const unreachable: readonly unknown[] = [
    { all: [plain, { not: plain }] },
    { all: [two, { not: plain }] },
    { not: { any: [plain, { not: plain }] } },
    { atLeast: 2, of: [plain, { not: plain }] },
    { all: [{ level: 'first', atLeast: 1 }, { not: plain }] },
    { count: ['alpha'], atLeast: 1, where: { size: { atLeast: 5, atMost: 3 } } },
    // what lies within a year lies within three, a big one is one, one of these is one of more
    { all: [{ ...plain, within: 'P1Y' }, { not: { ...plain, within: 'P3Y' } }] },
    { all: [{ ...plain, atLeast: 3, within: 'P1Y' }, { not: plain }] },
    { all: [{ ...plain, within: 'P1Y' }, { not: { ...plain, fresh: 'P2Y' } }] },
    {
      all: [
        { ...plain, where: { size: { atLeast: 5 } } },
        { not: { ...plain, where: { size: { atLeast: 3 } } } },
      ],
    },
    { all: [plain, { not: { count: ['alpha', 'beta'], atLeast: 1 } }] },
    { all: [{ standing: 'gamma', for: 'P3Y' }, { not: { standing: 'gamma', for: 'P1Y' } }] },
    // what adds to a sum is counted, and there is no one of two where there is neither
    { all: [{ sum: 'size', of: ['alpha'], atLeast: 20, within: 'P3Y' }, { not: plain }] },
    {
      all: [
        { count: ['alpha', 'beta'], atLeast: 1 },
        { not: plain },
        { not: { count: ['beta'], atLeast: 1 } },
      ],
    },
    {
      all: [
        { count: ['alpha', 'beta'], atLeast: 3, within: 'P1Y' },
        { not: { ...plain, atLeast: 2, within: 'P3Y' } },
        { not: { count: ['beta'], atLeast: 2 } },
      ],
    },
  ]
  for (const criterion of unreachable) t.strictSame(faultsOfCriterion(criterion), ['unreachable '])
  const reachable: readonly unknown[] = [
    { all: [plain, { not: two }] },
    { any: [{ all: [plain, { not: plain }] }, plain] },
    { all: [plain, { not: { ...plain, fresh: 'P1Y' } }] },
    { not: { level: 'first', atLeast: 1 } },
    { all: [{ ...plain, within: 'P3Y' }, { not: { ...plain, within: 'P1Y' } }] },
    { all: [plain, { not: { ...plain, atLeast: 3, within: 'P1Y' } }] },
    { all: [{ ...plain, within: 'P90D' }, { not: { ...plain, within: 'P3M' } }] },
    { all: [{ count: ['alpha', 'beta'], atLeast: 1 }, { not: plain }] },
    {
      all: [
        { ...plain, atLeast: 2 },
        { not: { ...plain, atLeast: 3, within: 'P1Y' } },
        { ...plain, within: 'P2Y' },
      ],
    },
    { all: [{ standing: 'gamma', for: 'P1Y' }, { not: { standing: 'gamma', for: 'P3Y' } }] },
    { all: [plain, { not: { ...plain, fresh: 'P3Y' } }] },
  ]
  for (const criterion of reachable) t.strictSame(faultsOfCriterion(criterion), [])
  t.end()
})

t.test('each fault and warning has a French and an English sentence', (t) => {
  t.strictSame(faultSentence({ code: 'unknown-kind', path: '', data: { kind: 'omega' } }), {
    fr: 'le catalogue ne connaît pas d’indice « omega » : en choisir un dans docs/catalogue.md',
    en: 'the catalogue knows no evidence “omega”: choose one in docs/catalogue.md',
  })
  t.match(warningSentence({ code: 'outlives-lower-level', path: '', data: { lower: 1 } }).fr, /niveau 1/)
  t.end()
})

t.test('a dimension without a code is none that could be chosen', (t) => {
  const { code: _, ...nameless } = dimension('second', plain)
  const validation = validateModel(
    document({
      dimensions: [dimension('first', plain), nameless],
      positions: [position('one', 'ONE', { level: 'third', atLeast: 1 })],
    }),
    smallVocabulary,
  )
  t.ok(!validation.valid)
  t.strictSame(
    validation.valid ? [] : validation.faults.find(({ code }) => code === 'unknown-dimension')?.data,
    { dimension: 'third', known: 'first' },
  )
  t.end()
})

t.test('the first model is valid over the catalogue, and its hash does not depend on its layout', (t) => {
  const validation = validateModel(FIRST_MODEL_DOCUMENT, catalogueVocabulary)
  t.strictSame(
    validation.valid ? validation.warnings.map(({ code, path }) => `${code} ${path}`) : validation,
    [
      'outlives-lower-level /dimensions/2/levels/1/criterion',
      'outlives-lower-level /dimensions/3/levels/3/criterion',
    ],
  )
  t.strictSame(
    FIRST_MODEL.positions.map((one) => [one.code, one.export]),
    [
      ['curieux', 'CUR'],
      ['experimentateur', 'EXP'],
      ['batisseur', 'BAT'],
      ['ancre', 'ANC'],
      ['avant-gardiste', 'AVG'],
    ],
  )
  const reversed: unknown = Object.fromEntries(Object.entries(FIRST_MODEL_DOCUMENT).reverse())
  t.equal(canonicalJson(reversed), canonicalJson(FIRST_MODEL_DOCUMENT))
  t.equal(
    modelHash(FIRST_MODEL_DOCUMENT, (text) => `digest of ${text.length}`),
    `digest of ${canonicalJson(FIRST_MODEL_DOCUMENT).length}`,
  )
  t.end()
})
