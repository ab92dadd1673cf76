import t from 'tap'
import { OrganisationView } from '#projections/asked/finding/organisation-view.js'
import { openCommandLine } from '#test/support/run-command.js'

/** A line of JSON, refused where it is not what the interface answers. */
const viewIn = (line: string) => OrganisationView.parse(JSON.parse(line))

const line = openCommandLine()
t.teardown(() => line.close())
await line.run(['import', '--sample'])

t.test('found by a word of the name, as a table or as JSON', async (t) => {
  const { status, text, complaints } = await line.run(['organisations', 'bourgogne'])
  t.strictSame([status, complaints], [0, ''])
  t.match(text, /region-bourgogne .*Bourgogne.*région/)
  const { printed } = await line.run(['organisations', 'bourgogne', '--json'])
  t.ok(printed.map(viewIn).some(({ id, kind }) => id === 'region-bourgogne' && kind.code === 'region'))
})

t.test('all of them, or those of a kind', async (t) => {
  t.equal((await line.run(['organisations', '--json'])).printed.length, 112)
  const { printed } = await line.run(['organisations', '--kind', 'region', '--json'])
  t.ok(printed.length > 0)
  t.ok(printed.map(viewIn).every(({ kind }) => kind.code === 'region'))
})

t.test('with the filters of the interface, as a table or as CSV', async (t) => {
  const filters = ['--programme', 'transfo', '--year', '2012', '--reading', 'kept', '--sort', 'kind']
  const { status, text } = await line.run(['organisations', ...filters])
  t.equal(status, 0)
  t.match(text, /region-bourgogne .*a pris fin/)
  const csv = await line.run(['organisations', ...filters, '--csv'])
  t.match(csv.text, /^id,name,/)
  t.match(csv.text, /\nregion-pays-de-la-loire,Région Pays de la Loire,/)
  t.match((await line.run(['organisations', ...filters, '--csv', 'french'])).text, /Identifiant;Nom;/)
  const both = await line.run(['organisations', '--kind', 'region', '--kind', 'departement', '--json'])
  const kinds = new Set(both.printed.map((one) => viewIn(one).kind.code))
  t.strictSame(kinds, new Set(['region', 'departement']))
})

t.test('a position that the model has not is refused, and those that it has are named', async (t) => {
  const { status, complaints } = await line.run(['organisations', '--position', 'champion'])
  t.equal(status, 2)
  t.match(complaints, /\[position-unknown\]/)
  t.match(complaints, /none, curieux/)
  t.match((await line.run(['organisations', '--year', 'hier'])).complaints, /^--year : une année attendue/)
})

t.test('none is said, and is no error; a kind that is none is', async (t) => {
  const { status, text, complaints } = await line.run(['organisations', 'xyzzy'])
  t.strictSame([status, text], [0, ''])
  t.match(complaints, /Aucune organisation trouvée/)
  const wrong = await line.run(['organisations', '--kind', 'club'])
  t.equal(wrong.status, 2)
  t.match(wrong.complaints, /^--kind : /)
})

t.test('a remedy names what to type, never a call over HTTP', async (t) => {
  for (const typed of [
    ['trajectory', 'atlantide'],
    ['explain', 'atlantide'],
    ['events', '--organisation', 'atlantide'],
    ['record', 'atlantide', '--kind', 'seminar', '--role', 'lead'],
  ]) {
    const { status, complaints } = await line.run(typed)
    t.equal(status, 2)
    t.match(complaints, /trajectoires organisations <recherche> \[organisation-unknown\]/, typed.join(' '))
    t.notMatch(complaints, /GET|\/v1\//)
  }
})
