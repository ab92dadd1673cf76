import t from 'tap'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import type { ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import type { Labels } from '#domain/kernel/labels.js'
import { instantAtEndOf } from '#domain/time/day.js'
import { explainChanges, type Asked } from '#projections/asked/changes/explain-changes.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import {
  corrected,
  dayOf,
  eventId,
  eventsTold,
  fact,
  history,
  on,
  organisationId,
  registered,
  retracted,
  type Telling,
} from '#test/support/histories.js'

const modelNamed = (document: ModelDocument): ModelNamed => ({
  model: parseModel(document),
  hash: `hash of ${document.version}`,
  labels: document.labels,
  unobserved: document.unobserved,
})
const usual = modelNamed(FIRST_MODEL_DOCUMENT)

const streams = (...tellings: readonly Telling[]) => ({
  id: organisationId('org'),
  events: eventsTold(on('2019-01-01', registered()), ...tellings),
  predecessors: [],
})
const asked = (asOf: string, knownAt: string, named = usual): Asked => ({
  asOf: dayOf(asOf),
  knownAt: instantAtEndOf(dayOf(knownAt)),
  knownBy: 'recorded',
  named,
})

const seminar = fact('seminar', 'happened', { occurred: '2014-03-03', title: 'Forum' })

/** The seminar as facts are told elsewhere. */
const saidOf = (...tellings: readonly Telling[]): Labels => {
  const [told] = history(...tellings).facts.values()
  if (told === undefined) throw new Error('no fact')
  return factSentence(told)
}
const forum = saidOf(seminar)
const moved = saidOf(fact('seminar', 'happened', { occurred: '2015-03-03', title: 'Forum' }))

t.test('a fact that was recorded late changes what is known, not the organisation', (t) => {
  const life = streams(on('2019-02-01', seminar))
  const view = explainChanges(life, asked('2014-06-01', '2019-01-15'), asked('2014-06-01', '2019-03-01'))
  const [knowledge, model, organisation] = view.parts
  t.strictSame(
    knowledge.because.map(({ type, events, sentence }) => ({ type, events, sentence })),
    [
      {
        type: 'recorded',
        events: [eventId(2)],
        sentence: {
          fr: `Consigné : ${forum.fr}.`,
          en: `Recorded: ${forum.en}.`,
        },
      },
    ],
  )
  t.strictSame([model.differences, organisation.differences], [[], []])
  t.end()
})

t.test('a correction and a retraction say what was read before, and why', (t) => {
  const life = streams(
    on('2019-02-01', seminar),
    on('2019-03-01', corrected(2, { occurred: '2015-03-03' })),
    on('2019-04-01', retracted(2)),
  )
  const day = '2014-06-01'
  const correction = explainChanges(life, asked(day, '2019-02-15'), asked(day, '2019-03-15')).parts[0]
  t.match(correction.because, [
    {
      type: 'corrected',
      events: [eventId(3), eventId(2)],
      sentence: {
        fr: `Corrigé : ${moved.fr} (on lisait : ${forum.fr}) — motif : r.`,
      },
    },
  ])
  const later = '2015-06-01'
  const retraction = explainChanges(life, asked(later, '2019-03-15'), asked(later, '2019-04-15')).parts[0]
  t.match(retraction.because, [
    {
      type: 'retracted',
      events: [eventId(4), eventId(2)],
      sentence: { fr: `Retiré : ${moved.fr} — motif : r.` },
    },
  ])
  t.end()
})

t.test('a fact without effect on the answer is counted, not named', (t) => {
  const life = streams(
    on('2019-02-01', seminar),
    on('2019-03-01', fact('note', 'happened', { stepId: 'note', occurred: '2014' })),
  )
  const [knowledge] = explainChanges(
    life,
    asked('2014-06-01', '2019-01-15'),
    asked('2014-06-01', '2019-03-15'),
  ).parts
  t.strictSame(
    knowledge.because.map(({ events }) => events),
    [[eventId(2)]],
  )
  t.equal(knowledge.withoutEffect, 1)
  t.end()
})

t.test('another model names the rules of both, and whether each is met', (t) => {
  const [curieux, ...others] = FIRST_MODEL_DOCUMENT.positions
  if (curieux === undefined) throw new Error('no position')
  const stricter = modelNamed({
    ...FIRST_MODEL_DOCUMENT,
    version: 2,
    positions: [{ ...curieux, criterion: { count: ['residency'], atLeast: 1, fresh: null } }, ...others],
  })
  const life = streams(on('2019-02-01', seminar))
  const [from, to] = [asked('2014-06-01', '2020-01-01'), asked('2014-06-01', '2020-01-01', stricter)]
  const [knowledge, model, organisation] = explainChanges(life, from, to).parts
  t.strictSame([knowledge.differences, organisation.differences], [[], []])
  t.match(model.differences, [{ of: 'position', before: { code: 'curieux' }, after: { code: null } }])
  t.match(
    model.because.map(({ model: reference, holds, paths }) => ({ reference, holds, paths })),
    [
      { reference: 'premier-modele@1', holds: true, paths: [/^\/(positions|dimensions)\/0\//] },
      { reference: 'premier-modele@2', holds: false, paths: ['/positions/0/criterion'] },
    ],
  )
  t.match(model.sentence.fr, /^Parce que le modèle diffère : la position passe de « curieux » à « .+ »\.$/)
  t.match(model.because[1]?.sentence, {
    fr: 'La règle de « curieux » dans « Premier modèle » (version 2) n’est pas remplie, il manque : une résidence en cours.',
    en: 'The rule of “curious” in “First model” (version 2) is not met, what is missing: a residency under way.',
  })
  t.end()
})

t.test('what the second moment does not know yet is said to be unknown', (t) => {
  const life = streams(
    on('2019-02-01', fact('seminar', 'happened', { occurred: '2014-03-03' })),
    on('2019-03-01', retracted(2)),
  )
  const view = explainChanges(life, asked('2014-06-01', '2019-02-15'), asked('2013-06-01', '2019-01-15'))
  t.ok(view.parts[0].differences.length > 0)
  t.match(view.parts[0].because[0]?.sentence.fr, /^Pas encore connu : consigné : /)
  t.strictSame(view.parts[2].differences, [])
  t.end()
})
