import t from 'tap'
import type { ProgrammeSummary, ProgrammeView } from '#projections/asked/programmes/programme-view.js'
import { get } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

t.test('programmes, on the real history', async (t) => {
  const { server, close } = await openApplication({ sample: true })
  t.teardown(close)

  t.test('who did the Transfo: four, then seven of ten organisations, of which none by target', async (t) => {
    const { json } = await get(server, '/v1/programmes/transfo')
    const { editions, results } = json as ProgrammeView
    t.strictSame(
      editions.map(({ edition, results: { steps, participations }, targets }) => [
        edition,
        steps,
        participations,
        targets.map(({ words }) => words),
      ]),
      [
        ['édition 1 (2011-2014)', 4, 4, []],
        ['édition 2 (2016-2020)', 7, 10, ['10 collectivités visées ; 16 à 18 mois']],
      ],
    )
    t.strictSame([results.steps, results.participations, results.organisations], [11, 14, 14])
    t.strictSame(
      editions[0]?.cameOut.map(({ kind, outcomes }) => [
        kind.code,
        outcomes.map(({ to }) => to.organisation.id),
      ]),
      [
        ['lab', ['region-champagne-ardenne', 'region-pays-de-la-loire', 'region-provence-alpes-cote-d-azur']],
        ['scaling', ['region-bourgogne-franche-comte']],
      ],
    )
  })

  t.test('an effect is found through what lies between', async (t) => {
    const { json } = await get(server, '/v1/programmes/territoires_en_residences')
    const effect = (json as ProgrammeView).editions
      .flatMap(({ cameOut }) => cameOut)
      .find(({ kind }) => kind.code === 'effect')
    t.strictSame(
      effect?.outcomes.map(({ from, through, to }) => [from, ...through, to].map(({ kind }) => kind.code)),
      [['residency', 'scaling', 'effect']],
    )
  })

  t.test('all of them, the catalogue first', async (t) => {
    const { json } = await get(server, '/v1/programmes')
    const { programmes } = json as { programmes: ProgrammeSummary[] }
    t.strictSame(
      programmes.map(({ inCatalogue }) => inCatalogue),
      programmes.map((_, index) => index < 12),
    )
    t.ok(programmes.some(({ code }) => code === 're_acteur_public'))
    isProblem(t, await get(server, '/v1/programmes/nobody'), { status: 404, code: 'programme-unknown' })
  })

  t.test('the counts of some years, as JSON and as CSV in two profiles', async (t) => {
    const { json } = await get(server, '/v1/programme-counts?from=2018&to=2019')
    t.match(json, { from: 2018, to: 2019 })
    const { programmes } = json as { programmes: { code: string; years: unknown; period: unknown }[] }
    const transfo = programmes.find(({ code }) => code === 'transfo')
    t.strictSame(transfo?.years, [
      {
        year: 2018,
        steps: { certain: 3, possible: 1 },
        participations: { certain: 4, possible: 2 },
        organisations: { certain: 4, possible: 2 },
      },
      {
        year: 2019,
        steps: { certain: 0, possible: 1 },
        participations: { certain: 0, possible: 2 },
        organisations: { certain: 0, possible: 2 },
      },
    ])
    t.strictSame(transfo?.period, {
      steps: { certain: 4, possible: 0 },
      participations: { certain: 6, possible: 0 },
      organisations: { certain: 6, possible: 0 },
    })
    const open = await get(server, '/v1/programme-counts.csv?from=2018&to=2018')
    t.ok(open.text.split('\n').includes('transfo,La Transfo,2018,3,1,4,2,4,2'))
    const french = await get(server, '/v1/programme-counts.csv?from=2018&to=2018&profile=french')
    t.ok(french.text.startsWith('\ufeffProgramme;Nom;Année;'))
    t.ok(french.text.split('\r\n').includes('transfo;La Transfo;2018;3;1;4;2;4;2'))
  })

  t.test('years that are none, or the wrong way round, are refused', async (t) => {
    for (const query of ['from=deux', 'from=2019&to=2018', 'from=1900&to=2020'])
      isProblem(t, await get(server, `/v1/programme-counts?${query}`), {
        status: 400,
        code: 'invalid-input',
      })
  })
})
