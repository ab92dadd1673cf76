import t from 'tap'
import type { Explanation } from '#projections/asked/explanation/explanation.js'
import {
  dayOf,
  ended,
  eventsTold,
  fact,
  organisationId,
  registered,
  succeeded,
  type Telling,
} from '#test/support/histories.js'
import { explained } from './explained.js'

const lab = fact('lab', 'begun', { occurred: '2015-03-02', attributes: { team: 5 } })
const labEnds = (reason: string) => fact('lab', 'ended', { occurred: '2018-06-30', attributes: { reason } })

const explainedOn = (asOf: string, ...tellings: readonly Telling[]): Explanation =>
  explained(
    { id: organisationId('region-essai'), events: eventsTold(registered(), ...tellings), predecessors: [] },
    dayOf(asOf),
  )

const situations = {
  silent: explainedOn('2020-09-01', lab),
  closed: explainedOn('2018-09-01', lab, labEnds('budget-cut')),
  dissolved: explainedOn('2018-09-01', lab, labEnds('chosen-dissolution')),
  merged: explainedOn('2016-09-01', lab, succeeded('region-grande', '2016-01-01')),
  neverObserved: explainedOn('2018-09-01'),
} as const

t.test('the five situations have each its code and its sentence', (t) => {
  const told = Object.fromEntries(
    Object.entries(situations).map(([name, { situations }]) => [
      name,
      situations.map(({ code, sentence }) => ({ code, fr: sentence.fr, en: sentence.en })),
    ]),
  )
  t.strictSame(told, {
    silent: [
      {
        code: 'silent',
        fr: 'Aucune nouvelle depuis le 2 mars 2015, soit 5 ans : on ne sait plus où elle en est. Le silence n’est pas un recul ; une confirmation suffirait.',
        en: 'No news since 2 March 2015, for 5 years: where it stands is no longer known. Silence is no setback; a confirmation would do.',
      },
    ],
    closed: [
      {
        code: 'closed',
        fr: 'Le laboratoire d’innovation a fermé le 30 juin 2018 (coupe budgétaire) : c’est un obstacle, le reste du parcours demeure.',
        en: 'The innovation lab closed on 30 June 2018 (budget cut): this is a setback, the rest of the way remains.',
      },
    ],
    dissolved: [
      {
        code: 'dissolved-by-choice',
        fr: 'Le laboratoire d’innovation a fermé le 30 juin 2018 (dissolution choisie) : c’est un choix, pas un échec.',
        en: 'The innovation lab closed on 30 June 2018 (chosen dissolution): this was a choice, not a failure.',
      },
    ],
    merged: [
      {
        code: 'succeeded',
        fr: 'Une autre organisation lui a succédé le 1er janvier 2016 (fusion) : region-grande. Sa trajectoire s’y poursuit ; ce n’est ni un recul ni une fermeture.',
        en: 'Another organisation succeeded it on 1 January 2016 (merger): region-grande. Its trajectory goes on there; this is neither a setback nor a closure.',
      },
    ],
    neverObserved: [
      {
        code: 'never-observed',
        fr: 'Rien n’est consigné à cette date : rien n’a été observé, ce qui n’est pas un jugement.',
        en: 'Nothing is on record by that day: nothing was observed, which is no judgement.',
      },
    ],
  })
  t.end()
})

t.test('the five situations differ in the answer of institutionalisation, too', (t) => {
  const reasons = Object.fromEntries(
    Object.entries(situations).map(([name, { dimensions, explained: day }]) => {
      const level = dimensions
        .find(({ dimension }) => dimension.code === 'institutionalisation')
        ?.levels.find(({ code }) => code === 'under-way')
      const { state, surely, reason } = level?.answer ?? {}
      return [name, { day, state, surely, reason }]
    }),
  )
  const none = { state: 'none', surely: undefined }
  t.strictSame(reasons, {
    silent: { day: '2020-09-01', state: 'stale', surely: true, reason: undefined },
    closed: { day: '2018-09-01', ...none, reason: 'contrary-fact' },
    dissolved: { day: '2018-09-01', ...none, reason: 'contrary-fact' },
    merged: { day: '2015-12-31', state: 'held', surely: undefined, reason: undefined },
    neverObserved: { day: '2018-09-01', ...none, reason: 'never-recorded' },
  })
  t.end()
})

t.test('an end without a successor, an obstacle that was overcome, and a kind that stands again', (t) => {
  const codes = (explanation: Explanation) => explanation.situations.map(({ code }) => code)
  t.strictSame(codes(explainedOn('2017-01-01', lab, ended('2016-06-30'))), ['ended'])
  const obstacle = [
    fact('setback', 'begun', { occurred: '2015-05-01' }),
    fact('setback', 'ended', { occurred: '2015-06-01' }),
  ]
  t.strictSame(codes(explainedOn('2015-09-01', lab, ...obstacle)), [])
  const again = fact('lab', 'begun', { stepId: 'second', occurred: '2018-07-01' })
  t.strictSame(codes(explainedOn('2018-09-01', lab, labEnds('budget-cut'), again)), [])
  const support = fact('seminar', 'happened', { occurred: '2018-03', role: 'funder' })
  t.strictSame(codes(explainedOn('2018-09-01', support)), ['only-support'])
  t.end()
})
