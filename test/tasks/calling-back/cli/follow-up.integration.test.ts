import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
await line.run(['import', '--sample'])

t.test('call-backs: why, what to ask, and the command that confirms', async (t) => {
  const { status, printed } = await line.run([
    'call-backs',
    '--reason',
    'stale',
    '--kind',
    'etablissement_public_national',
    '--order',
    'name',
  ])
  t.equal(status, 0)
  t.match(printed[0], /^À rappeler : \d+ \(position à confirmer : \d+/)
  const at = printed.findIndex((text) => text.startsWith('\nFrance Travail (pole-emploi)'))
  t.strictSame(printed.slice(at, at + 5), [
    '\nFrance Travail (pole-emploi) · position à confirmer · 2022-12-31',
    '  Bâtisseur aux dernières nouvelles, à confirmer depuis le 31 décembre 2022.',
    '  → Est-ce toujours vrai : laboratoire d’innovation « Le Lab Pôle emploi », ouvert le 24 septembre 2014 (dernière nouvelle en 2019) ?',
    '  Si tout est confirmé : bâtisseur depuis le 24 septembre 2014 ; sans autre nouvelle d’ici là, à confirmer à partir du 1er juillet 2029.',
    '  toujours vrai : confirm histoire.h159 --organisation pole-emploi',
  ])
  const json = await line.run(['call-backs', '--limit', '1', '--json'])
  t.match(JSON.parse(json.text), { months: 6, calls: [{ reason: 'stale' }] })
  t.equal((await line.run(['call-backs', '--months', 'six'])).status, 2)
})

t.test('members: of a year, as words and as a table', async (t) => {
  const { status, printed } = await line.run(['members', '--year', '2014'])
  t.strictSame(
    [status, printed[0], printed[1]],
    [0, 'La 27e Région, 2014 : 9 adhésion(s) connue(s).', '\nadhésion connue (9)'],
  )
  const later = await line.run(['members', '--year', '2016'])
  t.match(later.text, /Recherche-action en 2016 sans adhésion connue \(3\)/)
  const csv = await line.run(['members', '--year', '2014', '--csv'])
  t.equal(csv.text.split('\n').length, 10)
  t.equal((await line.run(['members', '--year', 'hier'])).status, 2)
})
