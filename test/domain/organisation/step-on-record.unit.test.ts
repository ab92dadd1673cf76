import t from 'tap'
import {
  beginnings,
  ends,
  factsOfStep,
  firstOf,
  isOfPlan,
  rangeOfStage,
  stepsOf,
} from '#domain/organisation/step-on-record.js'
import {
  corrected,
  days,
  eventId,
  eventIds,
  fact,
  history,
  linked,
  registered,
  retracted,
  stepId,
} from '#test/support/histories.js'

const told = history(
  registered(),
  fact('lab', 'planned', { occurred: '2011', follows: ['transfo'] }),
  fact('transfo', 'started', { occurred: '2010' }),
  fact('lab', 'begun', { occurred: '2012', follows: ['transfo', 'residency'] }),
  fact('lab', 'begun', { occurred: '2013-05', source: { reference: 'b' } }),
  linked('lab', ['seminar', 'transfo']),
  fact('seminar', 'happened', {}),
  retracted(7),
  fact('lab', 'ended', { occurred: '2015' }),
  corrected(9, { occurred: '2016' }),
)

t.test('steps are in the order in which they were first recorded, each with its facts', (t) => {
  t.strictSame(
    stepsOf(told).map(({ stepId, kind, facts, follows }) => [
      stepId,
      kind,
      facts.map(({ id }) => id),
      follows,
    ]),
    [
      [stepId('lab'), 'lab', eventIds(2, 4, 5, 9), ['transfo', 'residency', 'seminar'].map(stepId)],
      [stepId('transfo'), 'transfo', eventIds(3), []],
    ],
  )
  t.strictSame(stepsOf(history(registered())), [])
  t.end()
})

t.test('the facts of one step', (t) => {
  t.strictSame(
    factsOfStep(told, stepId('lab')).map(({ id }) => id),
    eventIds(2, 4, 5, 9),
  )
  t.strictSame(factsOfStep(told, stepId('seminar')), [], 'what was retracted is none')
  t.strictSame(factsOfStep(told, stepId('unknown')), [])
  t.end()
})

t.test('the claims about a stage, read together', (t) => {
  const facts = factsOfStep(told, stepId('lab'))
  t.equal(firstOf(facts, ...beginnings)?.id, eventId(4))
  t.equal(firstOf(facts, 'suspended'), undefined)
  t.strictSame(rangeOfStage(facts, ...beginnings), days('2012-01-01', '2013-05-31'))
  t.strictSame(rangeOfStage(facts, ...ends), days('2016-01-01', '2016-12-31'), 'as corrected')
  t.equal(rangeOfStage(facts, 'completed'), undefined)
  t.strictSame(
    facts.filter(isOfPlan).map(({ id }) => id),
    eventIds(2),
  )
  t.end()
})
