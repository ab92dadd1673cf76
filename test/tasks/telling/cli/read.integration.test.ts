import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import t from 'tap'
import { TrajectoryAnswer } from '#src/handling/asking/answer-trajectory.js'
import { openTrajectoires } from '#src/composition/trajectoires.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { sampleHistory } from '#src/sample/sample-history.js'
import { get } from '#test/support/call.js'
import { NOW } from '#test/support/open-application.js'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())

t.test('the sample: tried, recorded, and a second time nothing', async (t) => {
  const tried = await line.run(['import', '--sample', '--dry-run'])
  t.equal(tried.status, 0)
  t.equal(tried.printed[0], 'À blanc : rien n’est enregistré.')
  t.strictSame((await line.run(['events'])).printed, [])
  const [first, again] = [await line.run(['import', '--sample']), await line.run(['import', '--sample'])]
  t.strictSame([first.status, first.printed], [0, tried.printed.slice(1)])
  t.strictSame(
    [again.status, again.printed],
    [
      0,
      [
        'Organisations : 112 lignes — 112 déjà enregistrées',
        'Étapes : 216 lignes — 216 déjà enregistrées',
        'événements : 0',
      ],
    ],
  )
  const named = await line.run(['import', ...sampleHistory.files, '--collection', sampleHistory.collection])
  t.strictSame(named.printed, again.printed, 'the same files by their paths')
})

t.test('a report for programs, a template for people', async (t) => {
  const { status, text } = await line.run(['import', '--sample', '--json'])
  t.equal(status, 0)
  t.type(JSON.parse(text), Object)
  for (const table of ['organisations', 'steps']) {
    const { status: ended, text: template } = await line.run(['import', '--template', table])
    t.equal(ended, 0)
    t.ok(template.includes(';'))
  }
  t.equal((await line.run(['import', '--template', 'people'])).status, 2)
})

t.test('nothing to import, or nothing that can be read', async (t) => {
  t.equal((await line.run(['import'])).status, 2)
  const { status, complaints } = await line.run(['import', '/nowhere/steps.csv'])
  t.equal(status, 2)
  t.match(complaints, /Fichier illisible.*nowhere/)
  t.equal((await line.run(['import', '--sample', '--collection', 'Ma Collection'])).status, 2)
})

t.test('a trajectory as a table', async (t) => {
  const { status, printed, text, complaints } = await line.run([
    'trajectory',
    'region-champagne-ardenne',
    '--as-of',
    '2015-11-26',
  ])
  t.strictSame([status, complaints], [0, ''])
  t.equal(printed[0], 'Région Champagne-Ardenne (region-champagne-ardenne)')
  t.match(printed[1], /^au 26 novembre 2015 · connu au 1er juillet 2026 · .*premier-modele@1/)
  for (const word of ['dimension', 'niveau', 'expérimentation', 'Ce qui le montre :', 'parce que']) {
    t.ok(text.includes(word), word)
  }
})

t.test('a day as people type it, when it is exactly one', async (t) => {
  const ask = (asOf: string) => ['trajectory', 'region-champagne-ardenne', '--as-of', asOf, '--json']
  const { asOf, horizon } = TrajectoryAnswer.parse(
    JSON.parse((await line.run([...ask('15/03/2015'), '--horizon', '1er mars 2020'])).text),
  )
  t.strictSame([asOf, horizon], ['2015-03-15', '2020-03-01'])
  t.equal((await line.run(['explain', 'region-champagne-ardenne', '--as-of', '15/03/2015'])).status, 0)
  for (const vague of ['mars 2015', '2015', 'vers le 15/03/2015', '31/02/2015']) {
    const { status, complaints } = await line.run(ask(vague))
    t.equal(status, 2, vague)
    t.match(complaints, /^--as-of : un jour civil attendu/)
  }
})

t.test('as JSON: what HTTP answers to the same question', async (t) => {
  const { status, text } = await line.run([
    'trajectory',
    'region-champagne-ardenne',
    ...['--as-of', '2015-11-26', '--known-at', '2026-07-01', '--known-by', 'documented'],
    ...['--model', 'premier-modele@1', '--horizon', '2020-01-01', '--json'],
  ])
  t.equal(status, 0)
  const app = await openTrajectoires({
    dataDirectory: line.dataDirectory,
    clock: () => NOW,
    warn: () => undefined,
  })
  const server = await app.server(serviceLogger('silent'))
  t.teardown(async () => {
    await server.close()
    await app.close()
  })
  const answered = await get(
    server,
    '/v1/organisations/region-champagne-ardenne/trajectory?asOf=2015-11-26&knownAt=2026-07-01' +
      '&knownBy=documented&model=premier-modele@1&horizon=2020-01-01',
  )
  t.strictSame(JSON.parse(text), answered.json)
  t.strictSame(TrajectoryAnswer.parse(JSON.parse(text)), answered.json)
})

t.test('what was known earlier', async (t) => {
  const ask = ['trajectory', 'region-champagne-ardenne', '--as-of', '2015-11-26', '--json']
  const { text } = await line.run([...ask, '--known-at', '2026-06-30'])
  const { knownAt, evidence } = TrajectoryAnswer.parse(JSON.parse(text))
  t.strictSame([knownAt, evidence], ['2026-06-30T21:59:59.999Z', []])
})

t.test('questions that can’t be answered end with 2', async (t) => {
  const ask = ['trajectory', 'region-bretagne']
  for (const [typed, complaint] of [
    [['trajectory', 'atlantide'], /^atlantide : .*\[organisation-unknown\]/],
    [['trajectory', 'Atlantide'], /^<organisation> : /],
    [[...ask, '--as-of', '2015-02-29'], /^--as-of : un jour civil attendu, par exemple 2015-11-26$/],
    [[...ask, '--known-at', 'hier'], /^--known-at : /],
    [[...ask, '--known-by', 'hearsay'], /^--known-by : /],
    [[...ask, '--horizon', '2001-01-01'], /\[horizon-too-early\]/],
    [[...ask, '--model', 'dernier'], /premier-modele@1[^]*\[model-unknown\]/],
  ] as const) {
    const { status, text, complaints } = await line.run(typed)
    t.strictSame([status, text], [2, ''], typed.join(' '))
    t.match(complaints, complaint)
  }
})

t.test('the log as it was written, from a place and up to a number', async (t) => {
  const all = (await line.run(['events'])).printed
  t.equal(all.length, 404)
  t.strictSame((await line.run(['events', '--after', '400', '--limit', '2'])).printed, all.slice(400, 402))
  t.strictSame((await line.run(['events', '--after', '404'])).printed, [])
  const json = (await line.run(['events', '--limit', '3', '--json'])).printed.map(
    (text) => (JSON.parse(text) as { position: number }).position,
  )
  t.strictSame(json, [1, 2, 3])
  const [first = ''] = (await line.run(['events', '--limit', '1', '--json'])).printed
  t.equal((JSON.parse(first) as { recordedAt: unknown }).recordedAt, new Date(NOW).toISOString())
  const own = await line.run(['events', '--organisation', 'ville-de-paris', '--limit', '2'])
  t.match(own.printed, [/ville-de-paris@0 {2}OrganisationRegistered/, /ville-de-paris@1/])
  t.match((await line.run(['events', '--organisation', 'atlantide'])).complaints, /\[organisation-unknown\]/)
  for (const typed of ['--limit=0', '--limit=x', '--after=-1', '--organisation=A B']) {
    t.equal((await line.run(['events', typed])).status, 2, typed)
  }
})

t.test('the read models anew', async (t) => {
  const { status, printed, complaints } = await line.run(['rebuild'])
  t.strictSame(
    [status, printed, complaints],
    [
      0,
      [
        'registry v4 : reconstruit jusqu’à la position 404.',
        'steps-taken v3 : reconstruit jusqu’à la position 404.',
        'standings v2 : reconstruit jusqu’à la position 404.',
        'programmes v1 : reconstruit jusqu’à la position 404.',
        'open-steps v2 : reconstruit jusqu’à la position 404.',
        'memberships v2 : reconstruit jusqu’à la position 404.',
      ],
      '',
    ],
  )
})

t.test('a row that can’t be recorded is reported, and the import ends with 1', async (t) => {
  const folder = mkdtempSync(`${tmpdir()}/trajectoires-`)
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const file = `${folder}/steps.csv`
  const [head = '', first = ''] = readFileSync(sampleHistory.files[1], 'utf8').split('\n')
  writeFileSync(file, `${head}\n${first.replace('h001,region-auvergne', 'bad,atlantide')}\n`)
  const { status, text } = await line.run(['import', file])
  t.equal(status, 1)
  t.match(text, /steps\.csv, ligne 2 \(bad\), refusée « atlantide » \[organisation-unknown\]/)
})
