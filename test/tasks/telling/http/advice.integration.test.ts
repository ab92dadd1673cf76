import t from 'tap'
import { NextStepsView } from '#projections/asked/advice/next-steps-view.js'
import { ObstaclesOfOrganisation } from '#projections/asked/obstacles/obstacles-for-organisation.js'
import { ObstacleView } from '#projections/asked/obstacles/obstacles-view.js'
import { WhatIfView } from '#projections/asked/what-if/what-if.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server, house } = opened
t.teardown(() => opened.close())

const at = (id: string) => `/v1/organisations/${id}`

t.test(
  'next steps of a small structure, with programmes, sequels and peers of the real history',
  async (t) => {
    const { status, json } = await get(server, `${at('cc-entre-dore-et-allier')}/next-steps`)
    t.equal(status, 200)
    const view = NextStepsView.parse(json)
    t.strictSame([view.small, view.order, view.ended], [true, 'cheap-and-shared-first', false])
    const transfo = view.about.find(({ kind }) => kind.code === 'transfo')
    t.strictSame(
      transfo?.followed.map(({ kind, times }) => [kind.code, times]),
      [
        ['lab', 4],
        ['gathering', 1],
        ['scaling', 1],
        ['seminar', 1],
      ],
      'counted from the links on record',
    )
    t.strictSame(
      transfo?.followed[0]?.stories.map(({ to }) => to.organisation.name),
      [
        'Région Champagne-Ardenne',
        'Région Occitanie',
        'Région Pays de la Loire',
        "Région Provence-Alpes-Côte d'Azur",
      ],
    )
    const residency = view.about.find(({ kind }) => kind.code === 'residency')
    const names = residency?.peers.map(({ organisation }) => organisation.name) ?? []
    t.ok(
      names.length > 0 &&
        residency?.peers.every(({ organisation }) => organisation.kind === 'intercommunalite'),
    )
    t.strictSame(
      names,
      names.toSorted((one, other) => one.localeCompare(other, 'fr')),
      'by name: nobody is ranked',
    )
    t.notOk(names.includes(view.organisation.name))
  },
)

t.test('advice that is sent to what-if, or recorded on its day, reaches what it announced', async (t) => {
  const { json } = await get(server, `${at('region-occitanie')}/next-steps`)
  const view = NextStepsView.parse(json)
  const tried: string[] = []
  for (const target of view.targets.filter(({ dimension }) => dimension === undefined)) {
    for (const { facts, by } of target.advised) {
      const answer = await post(server, `${at('region-occitanie')}/what-if?asOf=${by}`, facts)
      t.equal(answer.status, 200)
      const { effect, on } = WhatIfView.parse(answer.json)
      t.equal(on, by)
      t.ok(effect.after.positions.certain.includes(target.name.code))
      tried.push(target.name.code)
    }
  }
  t.strictSame([...new Set(tried)], ['batisseur', 'ancre'])
})

t.test('what-if records nothing, and refuses what recording would', async (t) => {
  const before = await house.log.head()
  const path = `${at('region-occitanie')}/what-if`
  const imagined = [{ kind: 'seminar', stage: 'happened', role: 'lead', occurred: '2031-03' }]
  const answer = await post(server, path, imagined)
  t.equal(WhatIfView.parse(answer.json).on, '2031-03-31')
  t.strictSame((await post(server, path, imagined)).json, answer.json, 'the same question, the same answer')
  isProblem(t, await post(server, path, [{ kind: 'lab', stage: 'ended', role: 'lead' }]), {
    status: 400,
    code: 'step-needed',
  })
  isProblem(
    t,
    await post(server, path, [{ kind: 'lab', stage: 'ended', role: 'lead', stepId: 'nulle-part' }]),
    { status: 422, code: 'step-unknown' },
  )
  isProblem(t, await post(server, path, []), { status: 400, code: 'invalid-input' })
  isProblem(t, await post(server, `${at('nulle-part')}/what-if`, imagined), {
    status: 404,
    code: 'organisation-unknown',
  })
  t.equal(await house.log.head(), before)
})

t.test('who has ended is advised nothing', async (t) => {
  const { json } = await get(server, `${at('region-bourgogne')}/next-steps`)
  const { ended, targets, about } = NextStepsView.parse(json)
  t.strictSame([ended, targets, about], [true, [], []])
  isProblem(t, await get(server, `${at('nulle-part')}/next-steps`), {
    status: 404,
    code: 'organisation-unknown',
  })
  isProblem(t, await get(server, `${at('region-bourgogne')}/next-steps?model=aucun`), {
    status: 404,
    code: 'model-unknown',
  })
})

t.test('the four setbacks of the real history', async (t) => {
  const { status, json } = await get(server, '/v1/obstacles')
  t.equal(status, 200)
  const { total, obstacles } = json as { total: number; obstacles: unknown[] }
  const told = obstacles.map((one) => ObstacleView.parse(one))
  t.equal(total, 4)
  t.strictSame(
    told.map(({ met, nature, at: steps, overcome, months, led, later }) => [
      met.organisation.id,
      nature?.code,
      steps.map(({ kind }) => kind),
      overcome,
      months,
      led.map(({ kind }) => kind),
      later.map(({ kind, organisation }) => `${kind} ${organisation.id}`),
    ]),
    [
      ['cc-entre-dore-et-allier', 'disagreement', [], true, { min: 0, max: 5 }, ['residency'], []],
      [
        'region-bourgogne',
        'no-lab',
        ['transfo'],
        false,
        null,
        [],
        ['gathering region-bourgogne', 'scaling region-bourgogne-franche-comte'],
      ],
      [
        'region-champagne-ardenne',
        'demotivation',
        ['transfo'],
        true,
        { min: 0, max: 12 },
        [],
        ['lab region-champagne-ardenne'],
      ],
      [
        'region-champagne-ardenne',
        'long-wait',
        ['transfo'],
        true,
        { min: 0, max: 14 },
        [],
        ['lab region-champagne-ardenne'],
      ],
    ],
  )
  t.equal(
    told[3]?.sentence.fr,
    'Région Champagne-Ardenne : longue attente (« Longue attente de la validation du labo par la direction »), au cours de : Transfo « La Transfo Champagne-Ardenne : politiques jeunesse » ; surmonté en 14 mois au plus. Est venu ensuite : laboratoire d’innovation « Le Labo de la Région Champagne-Ardenne est officialisé ».',
  )
  const count = async (query: string) =>
    ((await get(server, `/v1/obstacles${query}`)).json as { total: number }).total
  t.strictSame(
    [
      await count('?kind=transfo'),
      await count('?nature=no-lab'),
      await count('?kind=lab'),
      await count('?kind=transfo&nature=demotivation'),
    ],
    [3, 1, 0, 1],
  )
  isProblem(t, await get(server, '/v1/obstacles?nature=ennui'), { status: 400, code: 'invalid-input' })
})

t.test('what stopped others here: at the steps under way, or advised', async (t) => {
  const { json } = await get(server, `${at('cc-entre-dore-et-allier')}/obstacles`)
  const { others, own, at: steps } = ObstaclesOfOrganisation.parse(json)
  t.strictSame(
    steps.map(({ kind, because }) => [kind, because]),
    [
      ['shared-governance', 'under-way'],
      ['transfo', 'advised'],
      ['lab', 'advised'],
    ],
  )
  t.strictSame(
    others.map(({ met, nature }) => [met.organisation.id, nature?.code]),
    [
      ['region-bourgogne', 'no-lab'],
      ['region-champagne-ardenne', 'demotivation'],
      ['region-champagne-ardenne', 'long-wait'],
    ],
  )
  t.strictSame(
    own.map(({ nature }) => nature?.code),
    ['disagreement'],
  )
})
