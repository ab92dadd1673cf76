import t from 'tap'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { leavesOf, routesTo } from '#domain/maturity/reasons/routes.js'
import { measureIn } from '#domain/maturity/reasons/shortfall.js'
import type { Track } from '#domain/maturity/trajectory.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import { explain } from '#projections/asked/explanation/explain.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { dayOf, eventsTold, fact, organisationId, registered } from '#test/support/histories.js'

/**
 * Twenty dimensions, each of whose levels reads those of the one before in three ways: gone through anew at each
 * mention, the first would be read some 10^15 times.
 */

const wording = { fr: 'essai', en: 'test' }
const CHAIN = 20

const first = (level: number): CriterionDocument => ({ count: ['seminar'], atLeast: level, within: 'P3Y' })
const later = (dimension: number, level: number): CriterionDocument => {
  const before = (atLeast: number) => ({ level: `d-${dimension - 1}`, atLeast })
  return {
    any: [
      before(1),
      before(2),
      { all: [before(1), { count: ['seminar'], atLeast: 1, within: `P${level}Y` }] },
    ],
  }
}
const placed = (code: string, criterion: CriterionDocument) => ({
  code,
  labels: wording,
  reason: wording,
  criterion,
})

const chained: ModelDocument = {
  id: 'chaine',
  version: 1,
  labels: wording,
  reason: wording,
  inheritance: 'full',
  unobserved: { position: wording, level: wording },
  dimensions: Array.from({ length: CHAIN }, (_, dimension) => ({
    code: `d-${dimension}`,
    labels: wording,
    reason: wording,
    levels: [1, 2, 3].map((level) =>
      placed(`l-${level}`, dimension === 0 ? first(level) : later(dimension, level)),
    ),
  })),
  positions: [{ ...placed('p', { level: `d-${CHAIN - 1}`, atLeast: 1 }), export: 'PPP' }],
}

const validation = validateModel(chained, catalogueVocabulary)
if (!validation.valid) throw new Error('the chained model is valid')
const { model } = validation

const question = {
  asOf: dayOf('2016-06-01'),
  knownAt: Date.parse('2026-06-01T12:00:00Z'),
  knownBy: 'recorded' as const,
  horizon: dayOf('2026-01-01'),
}
const seminar = (step: string, occurred: string) => fact('seminar', 'happened', { stepId: step, occurred })
const assessed = assessOrganisation(
  {
    id: organisationId('org'),
    events: eventsTold(
      registered(),
      seminar('a', '2014'),
      seminar('b', '2015-03'),
      seminar('c', '2016-02-01'),
    ),
    predecessors: [],
  },
  model,
  question,
)
const { trajectory } = assessed

const repeated = (all: readonly string[]): readonly string[] =>
  all.filter((one, index) => all.indexOf(one) < index)

t.test('each change names each leaf that made it once', (t) => {
  const flips = [...trajectory.dimensions, trajectory.position].flatMap(({ spells }: Track) =>
    spells.flatMap(({ began }) => ('flips' in began ? began.flips : [])),
  )
  t.ok(flips.length > CHAIN)
  t.strictSame(
    flips.flatMap(({ leaves }) => repeated(leaves.map(({ path, reading }) => `${path} ${reading}`))),
    [],
  )
  t.end()
})

t.test('the routes to a position at the end of the chain are found, and its leaves each once', (t) => {
  const [position] = trajectory.position.ranked
  if (position === undefined) throw new Error('the model has a position')
  t.strictSame(repeated(leavesOf(position).map(({ leaf }) => leaf.criterion.path)), [])
  t.strictSame(
    routesTo(position, dayOf('2010-01-01'), measureIn(trajectory)).routes.map((route) =>
      route.map(({ leaf }) => leaf.path),
    ),
    [1, 2, 3].map((level) => [`/dimensions/0/levels/${level - 1}/criterion`]),
  )
  t.end()
})

t.test('the position is explained, with the events behind it', (t) => {
  const named = { model, hash: '0'.repeat(64), labels: wording, unobserved: chained.unobserved }
  const { position } = explain(assessed, named, question)
  t.equal(position.state, 'held')
  t.equal(position.events.length, 3)
  t.end()
})
