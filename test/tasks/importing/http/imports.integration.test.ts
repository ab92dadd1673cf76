import t, { type Test } from 'tap'
import { openHouse } from '#src/composition/open-house.js'
import { LARGEST_UPLOAD } from '#src/messages/upload-limits.js'
import type { KeptImport } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { get, post } from '#test/support/call.js'
import { organisationsFile, tableFile, textFile } from '#test/support/import-files.js'
import { isProblem } from '#test/support/is-problem.js'
import { multipartBody, multipartHeaders } from '#test/support/multipart.js'
import { NOW, openApplication, type OpenApplication } from '#test/support/open-application.js'

const seminar = {
  step_id: 's1',
  organisation_slug: 'ville-a',
  role: 'participant',
  kind: 'seminar',
  status: 'completed',
  start: '2014-03',
}
const steps = tableFile('steps.csv', [seminar, { ...seminar, step_id: 's2', start: '31/02/2014' }])

const open = async (test: Test): Promise<OpenApplication> => {
  const application = await openApplication()
  test.teardown(application.close)
  return application
}

const upload = async (
  { server }: OpenApplication,
  files = [organisationsFile, steps],
  query = '?dryRun=true&collection=essai',
) => {
  const { statusCode, headers, payload } = await server.inject({
    method: 'POST',
    url: `/v1/imports${query}`,
    headers: multipartHeaders,
    payload: multipartBody(files),
  })
  return { status: statusCode, headers, text: payload, json: JSON.parse(payload) as unknown }
}

const tried = async (application: OpenApplication): Promise<KeptImport> =>
  (await upload(application)).json as KeptImport // its status is checked where it matters

t.test(
  'a dry run records nothing, is kept with its faults, and is committed without being sent again',
  async (t) => {
    const application = await open(t)
    const { house, server } = application
    const answer = await upload(application)
    t.equal(answer.status, 201)
    const kept = answer.json as KeptImport
    t.equal(answer.headers.location, `/v1/imports/${kept.id}`)
    t.strictSame([kept.state, kept.report.dryRun, await house.log.head()], ['tried', true, 0])
    const [fault] = kept.report.entries.flatMap((entry) => (entry.type === 'faulty' ? entry.faults : []))
    t.match(fault, { code: 'date-not-understood', column: 'start', value: '31/02/2014', remedy: { fr: /./ } })

    const committed = await post(server, `/v1/imports/${kept.id}/commit`, '{}')
    t.equal(committed.status, 200)
    const done = committed.json as KeptImport
    t.strictSame([done.state, done.report.dryRun, done.committed?.logMoved], ['committed', false, false])
    t.equal(await house.log.head(), 3, 'two organisations and one step')
    t.strictSame(
      done.report.entries.map(({ type, line }) => [type, line]),
      kept.report.entries.map(({ type, line }) => [type, line]),
      'what was shown',
    )

    const again = await post(server, `/v1/imports/${kept.id}/commit`, '{}')
    t.strictSame(again.json, committed.json, 'committing again changes nothing')
    t.equal(await house.log.head(), 3)
  },
)

t.test('reports outlive the process, and are listed with the latest first', async (t) => {
  const application = await open(t)
  const kept = await tried(application)
  await post(application.server, `/v1/imports/${kept.id}/commit`, '{}')
  const report = await get(application.server, `/v1/imports/${kept.id}`)
  await application.server.close()
  await application.app.close()

  const house = await openHouse({
    dataDirectory: application.dataDirectory,
    clock: () => NOW + 60_000,
    warn: () => undefined,
  })
  const server = await trajectoiresIn(house).server(serviceLogger('silent'))
  const later = { ...application, house: { ...house, viewer: application.house.viewer }, server }
  const second = await tried(later)
  t.strictSame((await get(server, `/v1/imports/${kept.id}`)).json, report.json)
  const { imports } = (await get(server, '/v1/imports')).json as { imports: { id: string; state: string }[] }
  t.strictSame(
    imports.map(({ id, state }) => [id, state]),
    [
      [second.id, 'tried'],
      [kept.id, 'committed'],
    ],
  )
  await server.close()
  await house.close()
})

t.test(
  'where the log has moved and a row with it, nothing is recorded and the new end is shown',
  async (t) => {
    const application = await open(t)
    const { house, server } = application
    const kept = await tried(application)
    await upload(application, [organisationsFile], '?collection=essai')
    const head = await house.log.head()
    t.equal(head, 2)
    const refused = await post(server, `/v1/imports/${kept.id}/commit`, '{}')
    const { changed } = isProblem(t, refused, { status: 409, code: 'import-changed' })
    t.strictSame(changed, [
      { file: 'organisations.csv', line: 2, subject: 'ville-a', shown: 'recorded', now: 'unchanged' },
      { file: 'organisations.csv', line: 3, subject: 'region-b', shown: 'recorded', now: 'unchanged' },
    ])
    t.equal(await house.log.head(), head)
    const committed = await post(server, `/v1/imports/${kept.id}/commit`, '{}')
    t.match(committed.json, { state: 'committed', committed: { logMoved: false } })
  },
)

t.test('where the log has moved and no row with it, the commit says so', async (t) => {
  const application = await open(t)
  const kept = await tried(application)
  await upload(
    application,
    [tableFile('o.csv', [{ slug: 'autre', official_name: 'Autre', kind: 'commune' }])],
    '?collection=autre',
  )
  const committed = await post(application.server, `/v1/imports/${kept.id}/commit`, '{}')
  t.match(committed.json, { state: 'committed', committed: { logMoved: true } })
})

t.test('two commits at once record once, and tell the same', async (t) => {
  const application = await open(t)
  const kept = await tried(application)
  const [one, other] = await Promise.all(
    ['a', 'b'].map(() => post(application.server, `/v1/imports/${kept.id}/commit`, '{}')),
  )
  t.strictSame(one?.json, other?.json)
  t.equal(await application.house.log.head(), 3)
})

t.test('a file of another encoding, between semicolons, is read and said so', async (t) => {
  const { server } = await open(t)
  const bytes = Buffer.from(
    'Identifiant;Nom officiel;Nature juridique\r\nville-a;Ville d\u2019\xc9t\xe9;commune\r\n'.replace(
      '\u2019',
      '\x92',
    ),
    'latin1',
  )
  const { statusCode, payload } = await server.inject({
    method: 'POST',
    url: '/v1/imports?dryRun=true&name=villes.csv',
    headers: { 'content-type': 'text/csv' },
    payload: bytes,
  })
  t.equal(statusCode, 201)
  t.match(JSON.parse(payload), {
    collection: 'villes',
    report: {
      files: [
        {
          name: 'villes.csv',
          encoding: 'windows-1252',
          delimiter: ';',
          warnings: [{ code: 'encoding-assumed' }],
        },
      ],
      entries: [{ type: 'recorded', subject: 'ville-a' }],
    },
  })
})

t.test(
  'a file of which nothing can be read is kept with its reason, and its commit records nothing',
  async (t) => {
    const application = await open(t)
    const answer = await upload(application, [textFile('x.xlsx', 'PK\u0003\u0004 zipped')], '?dryRun=true')
    const kept = answer.json as KeptImport
    t.match(kept, { refusedFiles: 1, report: { refusedFiles: [{ name: 'x.xlsx', code: 'file-not-text' }] } })
    const committed = await post(application.server, `/v1/imports/${kept.id}/commit`, '{}')
    t.match(committed.json, { state: 'committed', counts: { events: 0 } })
  },
)

t.test('what is too large, or no file, or from another site, is refused with what to do', async (t) => {
  const application = await open(t)
  const { server } = application
  const large = textFile('large.csv', 'x'.repeat(LARGEST_UPLOAD + 1))
  isProblem(t, await upload(application, [large]), { status: 413, code: 'import-too-large' })
  const csv = await post(server, '/v1/imports', 'x'.repeat(LARGEST_UPLOAD + 1), {
    'content-type': 'text/csv',
  })
  isProblem(t, csv, { status: 413, code: 'import-too-large' })
  const many = Array.from({ length: 6 }, (_, index) => textFile(`${index}.csv`, 'x'))
  isProblem(t, await upload(application, many), { status: 413, code: 'import-too-large' })
  isProblem(t, await upload(application, []), { status: 400, code: 'import-without-file' })
  isProblem(t, await post(server, '/v1/imports', {}), { status: 400, code: 'import-without-file' })
  const xml = await post(server, '/v1/imports', '<a/>', { 'content-type': 'application/xml' })
  isProblem(t, xml, { status: 400, code: 'import-without-file' })
  for (const headers of [
    { origin: 'https://example.org' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])
    isProblem(t, await post(server, '/v1/imports', 'a,b', { 'content-type': 'text/csv', ...headers }), {
      status: 403,
      code: 'wrong-origin',
    })
  t.strictSame((await get(server, '/v1/imports')).json, { imports: [] })
})

t.test('an import is erased with its files; what it recorded stays', async (t) => {
  const application = await open(t)
  const { server, house } = application
  const kept = await tried(application)
  await post(server, `/v1/imports/${kept.id}/commit`, '{}')
  t.equal((await server.inject({ method: 'DELETE', url: `/v1/imports/${kept.id}` })).statusCode, 204)
  for (const url of [`/v1/imports/${kept.id}`, `/v1/imports/${kept.id}/report.csv`])
    isProblem(t, await get(server, url), { status: 404, code: 'import-unknown' })
  isProblem(t, await post(server, `/v1/imports/${kept.id}/commit`, '{}'), {
    status: 404,
    code: 'import-unknown',
  })
  t.equal(await house.log.head(), 3)
})

t.test('the report and the templates come as CSV', async (t) => {
  const application = await open(t)
  const kept = await tried(application)
  const { text, headers } = await get(application.server, `/v1/imports/${kept.id}/report.csv`)
  t.match(headers, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': /rapport-essai\.csv/ })
  t.strictSame(text.split('\n').slice(0, 4), [
    'file,line,subject,organisation,outcome,column,code,value,remedy',
    'organisations.csv,2,ville-a,ville-a,recorded,,,,',
    'organisations.csv,3,region-b,region-b,recorded,,,,',
    'steps.csv,2,s1,ville-a,recorded,,,,',
  ])
  const french = await get(application.server, `/v1/imports/${kept.id}/report.csv?profile=french`)
  t.match(french.text, /^\ufeffFichier;Ligne;.*\r\n/)
  t.match(french.text, /steps\.csv;3;s2;;à revoir;Début;date-not-understood;31\/02\/2014;/)
  const template = await get(application.server, '/v1/import-templates/steps')
  t.match(template.text, /^\ufeffÉtape;Organisation;Rôle;/)
})
