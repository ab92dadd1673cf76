import t from 'tap'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import { routesTo, type Routes } from '#domain/maturity/reasons/routes.js'
import { measureIn } from '#domain/maturity/reasons/shortfall.js'
import { assess } from '#domain/maturity/trajectory.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import { amount, evidence, happened, on, stood } from '#test/support/stated-evidence.js'

const wording = { fr: 'essai', en: 'test' }
const placed = (criterion: CriterionDocument, index: number) => ({
  code: `rank-${index + 1}`,
  labels: wording,
  reason: wording,
  criterion,
})

/** A model whose first dimension has the given levels, and whose only position is the criterion. */
const model = (criterion: CriterionDocument, levels: readonly CriterionDocument[] = []): ModelDocument => ({
  id: 'essai',
  version: 1,
  labels: wording,
  reason: wording,
  inheritance: 'full',
  unobserved: { position: wording, level: wording },
  dimensions: [
    {
      code: 'first',
      labels: wording,
      reason: wording,
      levels: [...(levels.length === 0 ? [{ count: ['seminar'], atLeast: 99 }] : levels)].map(placed),
    },
  ],
  positions: [{ ...placed(criterion, 0), export: 'ONE' }],
})

const routes = (
  criterion: CriterionDocument,
  held: Evidence,
  levels?: readonly CriterionDocument[],
): Routes => {
  const trajectory = assess(parseModel(model(criterion, levels)), held, { horizon: on('2030-01-01') })
  const [position] = trajectory.position.ranked
  if (position === undefined) throw new Error('the model has a position')
  return routesTo(position, on('2020-06-01'), measureIn(trajectory))
}

/** Each route as what it asks: `state have/need` of the end of each path. */
const told = ({ routes: all }: Routes): readonly (readonly string[])[] =>
  all.map((route) =>
    route.map(
      ({ leaf, state, have, need }) => `${leaf.path.split('/criterion')[1] ?? ''} ${state} ${have}/${need}`,
    ),
  )

const seminar: CriterionDocument = { count: ['seminar'], atLeast: 1 }
const lab: CriterionDocument = { standing: 'lab', fresh: 'P3Y' }
const place: CriterionDocument = { standing: 'place' }
const nothing = evidence()

t.test('what holds already lacks nothing, on one empty route', async (t) => {
  t.strictSame(routes(seminar, evidence(happened(1, 'seminar', '2020-01-01'))), {
    routes: [[]],
    complete: true,
  })
})

t.test('a sum says how much there is of how much, within its window', async (t) => {
  const trained: CriterionDocument = {
    sum: 'agentsTrained',
    of: ['training-session'],
    atLeast: 20,
    within: 'P3Y',
  }
  const held = evidence(
    happened(1, 'training-session', '2019-01-01', { agentsTrained: amount(11.7) }),
    happened(2, 'training-session', '2019-02-01', { agentsTrained: amount(0.3, 4) }),
    happened(3, 'training-session', '2012-01-01', { agentsTrained: amount(100) }),
  )
  const [[shortfall] = []] = routes(trained, held).routes
  t.strictSame(
    { have: shortfall?.have, possibly: shortfall?.possibly, need: shortfall?.need, state: shortfall?.state },
    { have: 12, possibly: 15.7, need: 20, state: 'lacking' },
  )
  t.strictSame(
    shortfall?.evidence.map(({ stepId }) => stepId as string),
    ['step-1', 'step-2'],
  )
})

t.test('stale, possible and lacking are told apart', async (t) => {
  const old = evidence(stood(1, 'lab', '2010-01-01'))
  const vague = evidence(stood(1, 'lab', '2020-01-01..2021-01-01'))
  t.strictSame(told(routes(lab, old)), [[' stale 0/1']])
  t.strictSame(told(routes(lab, vague)), [[' possible 0/1']])
  t.strictSame(told(routes(lab, nothing)), [[' lacking 0/1']])
})

t.test('any gives a route for each part, all joins them, k of n takes every k', async (t) => {
  t.strictSame(told(routes({ any: [seminar, lab] }, nothing)), [
    ['/any/0 lacking 0/1'],
    ['/any/1 lacking 0/1'],
  ])
  t.strictSame(told(routes({ all: [seminar, lab] }, nothing)), [['/all/0 lacking 0/1', '/all/1 lacking 0/1']])
  t.strictSame(told(routes({ atLeast: 2, of: [seminar, lab, place] }, nothing)), [
    ['/of/0 lacking 0/1', '/of/1 lacking 0/1'],
    ['/of/0 lacking 0/1', '/of/2 lacking 0/1'],
    ['/of/1 lacking 0/1', '/of/2 lacking 0/1'],
  ])
  t.strictSame(
    told(routes({ atLeast: 2, of: [seminar, lab, place] }, evidence(happened(1, 'seminar', '2020-01-01')))),
    [['/of/1 lacking 0/1'], ['/of/2 lacking 0/1']],
  )
})

t.test('a level is reached by the routes of each level that it reads', async (t) => {
  const criterion: CriterionDocument = { level: 'first', atLeast: 1 }
  t.strictSame(
    routes(criterion, nothing, [seminar, { all: [lab, place] }]).routes.map((route) =>
      route.map(({ leaf }) => leaf.path),
    ),
    [
      ['/dimensions/0/levels/0/criterion'],
      ['/dimensions/0/levels/1/criterion/all/0', '/dimensions/0/levels/1/criterion/all/1'],
    ],
  )
})

t.test('under a not, what stands must be overcome: one part of an all, every part of an any', async (t) => {
  const both = evidence(stood(1, 'lab', '2020-01-01'), stood(2, 'place', '2020-01-01'))
  t.strictSame(told(routes({ not: { all: [lab, place] } }, both)), [
    ['/not/all/0 in-the-way 1/1'],
    ['/not/all/1 in-the-way 1/1'],
  ])
  t.strictSame(told(routes({ not: { any: [lab, place] } }, both)), [
    ['/not/any/0 in-the-way 1/1', '/not/any/1 in-the-way 1/1'],
  ])
  t.strictSame(told(routes({ not: { not: seminar } }, nothing)), [['/not/not lacking 0/1']])
  t.strictSame(told(routes({ not: lab }, evidence(stood(1, 'lab', '2010-01-01')))), [['/not in-the-way 0/1']])
})

t.test('a route that asks for more than another is left out, and many are cut with a word', async (t) => {
  const first: CriterionDocument = { level: 'first', atLeast: 1 }
  t.strictSame(
    routes({ any: [{ all: [first, place] }, first] }, nothing, [seminar]).routes.map((route) =>
      route.map(({ leaf }) => leaf.path),
    ),
    [['/dimensions/0/levels/0/criterion']],
  )
  const choices = Array.from({ length: 8 }, () => ({ any: [seminar, lab, place] }))
  const many = routes({ all: choices }, nothing)
  t.equal(many.routes.length, 64)
  t.equal(many.complete, false)
})
