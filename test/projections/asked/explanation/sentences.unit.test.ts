import t from 'tap'
import type { CriterionNode, Explanation } from '#projections/asked/explanation/explanation.js'
import {
  dayOf,
  eventIds,
  eventsTold,
  fact,
  organisationId,
  registered,
  type Telling,
} from '#test/support/histories.js'
import { explained, nodesOf } from './explained.js'

const explainedOn = (asOf: string, ...tellings: readonly Telling[]): Explanation =>
  explained(
    { id: organisationId('region-essai'), events: eventsTold(registered(), ...tellings), predecessors: [] },
    dayOf(asOf),
  )

/** The first leaf whose request begins so. */
const leaf = (explanation: Explanation, asks: string): CriterionNode | undefined =>
  nodesOf(explanation).find((node) => node.parts.length === 0 && node.asks.fr.startsWith(asks))

const labOfThree = 'un laboratoire d’innovation qui tient depuis 1 an'

t.test('what a leaf asks for, in words', (t) => {
  const asks = (path: string) => nodesOf(explainedOn('2020-01-01')).find((node) => node.path === path)?.asks
  t.strictSame(asks('/dimensions/0/levels/1/criterion/any/0'), {
    fr: 'au moins 3 séminaires en 3 ans',
    en: 'at least 3 seminars within 3 years',
  })
  t.strictSame(asks('/dimensions/2/levels/2/criterion/any/0'), {
    fr: 'un laboratoire d’innovation qui tient depuis 1 an avec une équipe de 3 ou plus, avec des nouvelles de moins de 3 ans',
    en: 'an innovation lab that has stood for 1 year with a team of 3 or more, with news less than 3 years old',
  })
  t.strictSame(asks('/dimensions/2/levels/2/criterion/any/1/all/0'), {
    fr: 'la fin d’un laboratoire d’innovation (raison de la fin : dissolution choisie) datant de moins de 3 ans',
    en: 'the end of an innovation lab (reason of the end: chosen dissolution) within 3 years',
  })
  t.strictSame(asks('/dimensions/3/levels/1/criterion'), {
    fr: 'au moins 20 agents formés en 3 ans, par des sessions de formation ou des Transfos achevées (public visé : agents)',
    en: 'at least 20 agents trained within 3 years, through training sessions or completed Transfos (audience: agents)',
  })
  t.end()
})

t.test('a shortfall is told in figures, with the events that it comes from', (t) => {
  const training = (step: string, occurred: string, agentsTrained: number) =>
    fact('training-session', 'happened', {
      stepId: step,
      occurred,
      attributes: { agentsTrained, audience: ['agents'] },
    })
  const node = leaf(
    explainedOn('2020-01-01', training('a', '2019-03', 5), training('b', '2019-06', 7)),
    'au moins 20 agents formés',
  )
  t.strictSame(node?.shortfall, { asked: 20, least: 12, most: 12, lacks: 8, attribute: 'agentsTrained' })
  t.strictSame(node?.events, eventIds(2, 3))
  t.equal(
    node?.sentence.fr,
    'On en compte 12 sur 20 : session de formation (en mars 2019, 5 agents formés), session de formation (en juin 2019, 7 agents formés).',
  )
  t.end()
})

t.test('a «perhaps» names the day that would settle it', (t) => {
  const node = leaf(
    explainedOn('2014-06-01', fact('lab', 'begun', { occurred: '2014' })),
    'un laboratoire d’innovation,',
  )
  t.equal(node?.answer.state, 'possible')
  t.strictSame(node?.missing, [
    {
      what: 'date',
      stepId: 'lab',
      earliest: '2014-01-01',
      latest: '2014-12-31',
      sentence: {
        fr: 'on ne sait pas quel jour de 2014 le laboratoire d’innovation a ouvert',
        en: 'it is not known on which day of 2014 the innovation lab opened',
      },
    },
  ])
  t.end()
})

t.test('a «perhaps» names the figure that is missing, or too vague', (t) => {
  const of = (attributes: Readonly<Record<string, unknown>>) =>
    leaf(explainedOn('2015-06-01', fact('lab', 'begun', { occurred: '2014-01-15', attributes })), labOfThree)
  t.strictSame(
    of({})?.missing.map(({ what, sentence }) => ({ what, ...sentence })),
    [{ what: 'attribute', fr: 'il manque la taille de l’équipe', en: 'the size of the team is missing' }],
  )
  t.strictSame(
    of({ team: '2..15' })?.missing.map(({ what, least, most, sentence }) => ({
      what,
      least,
      most,
      ...sentence,
    })),
    [
      {
        what: 'figure',
        least: 2,
        most: 15,
        fr: 'l’équipe compte entre 2 et 15 personnes',
        en: 'the team has between 2 and 15 people',
      },
    ],
  )
  t.end()
})

t.test('a lab that is too young says when it will be old enough', (t) => {
  const node = leaf(
    explainedOn('2014-06-01', fact('lab', 'begun', { occurred: '2014-01-15', attributes: { team: 4 } })),
    labOfThree,
  )
  t.strictSame(
    {
      state: node?.answer.state,
      reason: node?.answer.reason,
      heldFrom: node?.answer.heldFrom,
      fr: node?.sentence.fr,
    },
    {
      state: 'none',
      reason: 'not-enough',
      heldFrom: '2015-01-15',
      fr: 'Le laboratoire d’innovation tient depuis le 15 janvier 2014 : il faut 1 an, ce sera le cas le 15 janvier 2015.',
    },
  )
  t.end()
})

t.test('what is only announced is told as that', (t) => {
  const node = leaf(
    explainedOn('2014-11-01', fact('lab', 'planned', { statedOn: '2014-10' })),
    'un laboratoire d’innovation,',
  )
  t.strictSame(
    { state: node?.answer.state, fr: node?.sentence.fr },
    { state: 'none', fr: 'Le laboratoire d’innovation n’est qu’annoncé, en octobre 2014.' },
  )
  t.end()
})

t.test('warnings come in the order of days, each with what becomes of it', (t) => {
  const { warnings } = explainedOn(
    '2015-06-01',
    fact('lab', 'begun', { occurred: '2014-01-15', attributes: { team: 4 } }),
    fact('membership', 'begun', { occurred: '2015-01-10' }),
  )
  t.strictSame(
    warnings.map(({ day, dimension, rank, becomes }) => [day, dimension, rank, becomes]),
    [
      ['2016-07-10', 'ecosystem', 1, 'stale'],
      ['2017-01-15', null, 3, 'stale'],
      ['2017-01-15', 'institutionalisation', 3, 'stale'],
    ],
  )
  t.end()
})
