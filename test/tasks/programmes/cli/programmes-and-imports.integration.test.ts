import t from 'tap'
import { multipartBody, multipartHeaders } from '#test/support/multipart.js'
import { organisationsFile } from '#test/support/import-files.js'
import { NOW } from '#test/support/open-application.js'
import { openCommandLine } from '#test/support/run-command.js'
import { openTrajectoires } from '#src/composition/trajectoires.js'
import { serviceLogger } from '#src/http/service/service-logger.js'

t.test('programmes on the command line', async (t) => {
  const line = openCommandLine()
  t.teardown(() => line.close())
  t.equal((await line.run(['import', '--sample'])).status, 0)

  const one = await line.run(['programmes', 'transfo'])
  t.equal(one.status, 0)
  t.match(
    one.text,
    /édition 2 \(2016-2020\)\n.*annoncé.*\n.*objectif.*10 collectivités visées.*\n {2}réalisé : 7 étapes, 10 participations, 10 organisations\n/,
  )
  t.match(one.text, /Ville de Paris \(pilote\) : Transfo « La Transfo Paris », commencée en novembre 2016/)

  const csv = await line.run(['programmes', '--by-year', '--from', '2018', '--to', '2018', '--csv'])
  t.ok(csv.text.split('\n').includes('transfo,La Transfo,2018,3,1,4,2,4,2'))
  t.match((await line.run(['programmes', '--by-year'])).text, /programmes du catalogue/)
  t.match((await line.run(['programmes'])).text, /transfo .* 11 .* 14 .* 14 /)

  const unknown = await line.run(['programmes', 'personne'])
  t.equal(unknown.status, 2)
  t.match(unknown.complaints, /programme-unknown|Aucun programme ne porte ce code/)
  t.equal((await line.run(['programmes', '--by-year', '--from', 'deux'])).status, 2)
})

t.test('imports that are kept, on the command line', async (t) => {
  const line = openCommandLine()
  t.teardown(() => line.close())
  t.equal((await line.run(['imports'])).text, 'Aucun import n’est gardé.')
  const app = await openTrajectoires({
    dataDirectory: line.dataDirectory,
    clock: () => NOW,
    warn: () => undefined,
  })
  const server = await app.server(serviceLogger('silent'))
  const { payload } = await server.inject({
    method: 'POST',
    url: '/v1/imports?dryRun=true&collection=essai',
    headers: multipartHeaders,
    payload: multipartBody([organisationsFile]),
  })
  const { id } = JSON.parse(payload) as { id: string }
  await server.close()
  await app.close()
  t.match((await line.run(['imports'])).text, new RegExp(`${id} .*essayé .*essai .*organisations\\.csv `))
  t.strictSame((await line.run(['imports', id])).printed, [
    'À blanc : rien n’est enregistré.',
    'Organisations : 2 lignes — 2 enregistrées',
    'événements : 2',
  ])
  t.equal((await line.run(['imports', 'nobody'])).status, 2)
})

t.test('an import on the command line is kept as well; one that adds nothing leaves no trace', async (t) => {
  const line = openCommandLine()
  t.teardown(() => line.close())
  for (const dryRun of [['--dry-run'], [], []]) await line.run(['import', '--sample', ...dryRun])
  const { text } = await line.run(['imports', '--json'])
  t.match(JSON.parse(text), [
    {
      state: 'committed',
      collection: 'histoire',
      files: [{ name: 'organisations.csv' }, { name: 'steps.csv' }],
      counts: { events: 404 },
    },
  ])
  t.equal((JSON.parse(text) as unknown[]).length, 1)
})
