import t from 'tap'
import { FIRST_MODEL } from '#domain/maturity/shipped-models/shipped-models.js'
import { kindCodes, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { nextSteps } from '#projections/asked/advice/next-steps.js'
import type { NextStepsView, TargetView } from '#projections/asked/advice/next-steps-view.js'
import { instantAtEndOf } from '#domain/time/day.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { questionOf } from '#domain/trajectory/question.js'
import {
  corrected,
  dayOf,
  eventsTold,
  fact,
  on,
  organisationId,
  registered,
  type Telling,
} from '#test/support/histories.js'

const named = {
  model: FIRST_MODEL,
  hash: 'essai',
  labels: { fr: 'essai', en: 'test' },
  unobserved: { position: { fr: 'rien', en: 'nothing' }, level: { fr: 'rien', en: 'nothing' } },
}

const asRegistered = (kind: OrganisationKind, population?: number): Telling => {
  const told = registered()
  if (told.event.type !== 'OrganisationRegistered') throw new Error('registered() registers')
  return { ...told, event: { ...told.event, data: { ...told.event.data, kind, population } } }
}

/** Advice as of the first day of 2026 for an organisation of which this was told. */
const advice = (kind: OrganisationKind, ...tellings: readonly Telling[]): NextStepsView =>
  adviceFor(asRegistered(kind), ...tellings)

const adviceFor = (...tellings: readonly Telling[]): NextStepsView =>
  nextSteps({
    streams: {
      id: organisationId('essai'),
      events: eventsTold(...tellings),
      predecessors: [],
    },
    named,
    question: questionOf({ asOf: dayOf('2026-01-01') }, Date.UTC(2026, 0, 1, 12)),
    taken: stepsTaken.viewOf([]),
  })

const target = (view: NextStepsView, dimension: string | undefined, aim: 'next' | 'confirm'): TargetView => {
  const found = view.targets.find((one) => one.dimension?.code === dimension && one.aim === aim)
  if (found === undefined) throw new Error(`no such target: ${dimension ?? 'position'}`)
  return found
}
const stepsOf = ({ advised }: TargetView) =>
  advised.map(({ by, steps }) => [
    by,
    ...steps.map(({ purpose, kind, times }) => `${purpose} ${times} ${kind}`),
  ])

t.test('12 of 20 agents: eight more', async (t) => {
  const view = advice(
    'region',
    fact('training-session', 'happened', {
      occurred: '2025-03-01',
      attributes: { agentsTrained: 12, audience: ['agents'] },
    }),
  )
  const skills = target(view, 'skills', 'next')
  t.equal(
    skills.routes[0]?.[0]?.sentence.fr,
    '12 sur 20 agents formés en 3 ans (session de formation ou Transfo achevée, public visé : agents).',
  )
  t.equal(
    skills.routes[0]?.[0]?.sentence.en,
    '12 of 20 agents trained within 3 years (training session or completed Transfo, audience: agents).',
  )
  const [route] = skills.advised
  t.strictSame(route?.facts, [
    {
      kind: 'training-session',
      stage: 'happened',
      stepId: 'conseil-1',
      role: 'lead',
      occurred: '2026-01-01',
      attributes: { audience: ['agents'], agentsTrained: 8 },
    },
  ])
  t.strictSame(route?.steps[0]?.otherKinds, ['transfo'])
})

t.test('what only lacks news is confirmed rather than done again', async (t) => {
  const view = advice('region', fact('lab', 'begun', { occurred: '2015-02-01' }))
  const position = target(view, undefined, 'confirm')
  t.equal(position.name.code, 'batisseur')
  t.strictSame(stepsOf(position)[0], ['2026-01-01', 'confirm 1 lab'])
  t.strictSame(position.advised[0]?.steps[0]?.stepId, 'lab')
  t.equal(
    position.advised[0]?.steps[0]?.sentence.fr,
    'Confirmer, si c’est toujours vrai : laboratoire d’innovation.',
  )
})

t.test('advice for an earlier moment calls steps as they were called then', async (t) => {
  const events = eventsTold(
    on('2020-01-15', registered()),
    on('2020-01-15', fact('lab', 'begun', { occurred: '2015-01-01', title: 'Le labo d’alors' })),
    on('2024-06-01', corrected(2, { title: 'Le labo d’après' })),
    on('2024-07-01', fact('lab', 'begun', { stepId: 'other', occurred: '2016-01-01', title: 'Un autre' })),
  )
  const advised = (knownOn: string): string =>
    JSON.stringify(
      nextSteps({
        streams: { id: organisationId('essai'), events, predecessors: [] },
        named,
        question: questionOf(
          { asOf: dayOf('2021-01-01'), knownAt: instantAtEndOf(dayOf(knownOn)) },
          Date.UTC(2026, 5, 1),
        ),
        taken: stepsTaken.viewOf([]),
      }),
    )
  const told = (text: string) => ['d’alors', 'd’après', 'Un autre'].filter((title) => text.includes(title))
  t.strictSame(told(advised('2022-01-01')), ['d’alors'])
  t.strictSame(told(advised('2024-06-15')), ['d’après'])
})

t.test('a residency that came to its end is never to be confirmed', async (t) => {
  const view = advice(
    'region',
    fact('transfo', 'started', { occurred: '2011' }),
    fact('transfo', 'completed', { occurred: '2013' }),
  )
  t.strictSame(
    view.targets
      .flatMap(({ advised }) => advised.flatMap(({ steps }) => steps))
      .filter(({ purpose }) => purpose === 'confirm'),
    [],
  )
})

t.test('a lab of three that has to stand a year: begun today, confirmed in a year', async (t) => {
  const view = advice('region', fact('lab', 'begun', { occurred: '2025-09-01', attributes: { team: 2 } }))
  const institution = target(view, 'institutionalisation', 'next')
  t.strictSame(stepsOf(institution), [['2027-01-01', 'state 1 lab']])
  t.strictSame(institution.advised[0]?.facts, [
    {
      kind: 'lab',
      stage: 'changed',
      stepId: 'lab',
      role: 'lead',
      occurred: '2026-01-01',
      attributes: { team: 3 },
    },
    { kind: 'lab', stage: 'confirmed', stepId: 'lab', role: 'lead', occurred: '2027-01-01' },
  ])
})

t.test('where time alone is lacking, nothing has to be done', async (t) => {
  const view = advice('region', fact('lab', 'begun', { occurred: '2025-09-01', attributes: { team: 4 } }))
  const [route] = target(view, 'institutionalisation', 'next').advised
  t.strictSame([route?.by, route?.steps], ['2026-09-01', []])
  t.equal(
    route?.sentence.fr,
    'Rien à faire : « installée » sera acquis le 1er septembre 2026 si rien ne change.',
  )
})

t.test('a setback in the way is to be overcome', async (t) => {
  const view = advice(
    'region',
    fact('transfo', 'started', { occurred: '2025-01-01' }),
    fact('setback', 'begun', { occurred: '2025-06-01', attributes: { nature: 'no-lab' } }),
  )
  const institution = target(view, 'institutionalisation', 'next')
  t.equal(institution.rank, 1)
  const position = target(view, undefined, 'next')
  t.ok(stepsOf(position).length > 0)
  const wished = advice(
    'region',
    fact('mandate', 'begun', { occurred: '2025-06-01' }),
    fact('transfo', 'started', { occurred: '2025-01-01' }),
    fact('setback', 'begun', { occurred: '2025-06-01', attributes: { nature: 'no-lab' } }),
  )
  t.strictSame(stepsOf(target(wished, 'institutionalisation', 'next')), [
    ['2026-01-01', 'overcome 1 setback'],
    ['2026-01-01', 'take 1 lab'],
  ])
})

t.test(
  'small structures first see what asks little and is shared; the others what takes effect soonest',
  async (t) => {
    const [small, large] = [advice('commune'), advice('region')]
    t.strictSame([small.small, small.order], [true, 'cheap-and-shared-first'])
    t.strictSame([large.small, large.order], [false, 'soonest-first'])
    t.equal(
      adviceFor(asRegistered('commune', 459)).orderSentence.fr,
      'Pour une petite structure : d’abord ce qui demande peu et se partage avec d’autres.',
    )
    t.match(small.orderSentence.fr, /^Sa population n’est pas consignée : d’abord ce qui demande peu/)
    const efforts = target(small, 'ecosystem', 'next').advised.map(({ steps }) => steps[0]?.effort)
    t.strictSame(
      efforts,
      [...efforts].toSorted(
        (one, other) =>
          ['light', 'moderate', 'heavy'].indexOf(one ?? '') -
          ['light', 'moderate', 'heavy'].indexOf(other ?? ''),
      ),
    )
    t.equal(target(small, 'ecosystem', 'next').advised[0]?.steps[0]?.collective, true)
  },
)

t.test(
  'whoever starts from nothing is advised for every first level and for the first position',
  async (t) => {
    for (const { advised, rank } of advice('petr').targets) {
      t.equal(rank, 1)
      t.ok(advised.length > 0)
    }
  },
)

t.test('every kind that is advised comes with the programmes that offer it', async (t) => {
  const view = advice('commune')
  t.ok(view.about.length > 0)
  for (const { kind, offers } of view.about) {
    t.equal(kind.labels.fr, kindOf(kindCodes.find((code) => code === kind.code) ?? 'note').labels.fr)
    if (kind.code === 'transfo') {
      t.equal(
        offers[0]?.sentence.fr.replaceAll(/\s/g, ' '),
        'La Transfo (2016-2020) : 15 à 18 mois ; 4 résidents et une vingtaine d’agents volontaires ; 20 personnes ; 160 000 à 170 000 € en 2016 (par collectivité, pour toute la durée ; la collectivité et ses cofinanceurs). Difficile pour une petite structure : une vingtaine d’agents à libérer pendant plus d’un an, et un prix à la mesure d’une grande collectivité.',
      )
    }
  }
})

t.test('what takes effect at once has no deadline, and advice for a past day says so', async (t) => {
  const events = eventsTold(
    asRegistered('region'),
    fact('lab', 'begun', { occurred: '2025-12-01', attributes: { team: 3 } }),
  )
  const asOn = (now: number) =>
    nextSteps({
      streams: { id: organisationId('essai'), events, predecessors: [] },
      named,
      question: questionOf({ asOf: dayOf('2026-01-01') }, now),
      taken: stepsTaken.viewOf([]),
    })
  const today = asOn(Date.UTC(2026, 0, 1, 12))
  const routes = today.targets.flatMap(({ advised }) => advised)
  const said = (by: (day: string) => boolean) =>
    routes
      .filter((route) => by(route.by))
      .flatMap(({ sentence, steps }) => [sentence.fr, ...steps.map((step) => step.sentence.fr)])
  t.strictSame(
    said((by) => by <= '2026-01-01').filter((sentence) => sentence.includes('janvier')),
    [],
    'neither today nor before',
  )
  t.ok(said((by) => by > '2026-01-01').length > 0)
  t.notMatch(today.orderSentence.fr, /aujourd’hui/)
  t.match(
    asOn(Date.UTC(2026, 5, 1)).orderSentence.fr,
    /Tel qu’on l’aurait conseillé le 1er janvier 2026, le jour demandé : ce n’est pas un conseil pour aujourd’hui\.$/,
  )
})
