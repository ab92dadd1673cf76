import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
await line.run(['import', '--sample'])

const seminar = [
  'record',
  'ville-de-paris',
  '--kind',
  'seminar',
  '--role',
  'host',
  '--when',
  'vers mars 2024',
]
const two = ['--with', 'departement-val-de-marne=participant', '--with', 'departement-val-d-oise=partner']

t.test('one step of three organisations, tried, recorded, and recorded once', async (t) => {
  const tried = await line.run([...seminar, ...two, '--dry-run'])
  t.equal(tried.status, 0, tried.complaints)
  t.match(tried.printed[0], 'Serait enregistré : SeminarHeld (ville-de-paris).')
  const first = await line.run([...seminar, ...two, '--key', 'k'])
  t.equal(first.status, 0, first.complaints)
  t.strictSame(
    first.printed.map((said) => said.replace(/[0-9a-f]{8} /, '… ')),
    ['ville-de-paris', 'departement-val-de-marne', 'departement-val-d-oise'].map(
      (id) => `Enregistré : étape seminar-… (${id}).`,
    ),
  )
  const again = await line.run([...seminar, ...two, '--key', 'k'])
  t.strictSame(
    again.printed,
    first.printed.map((said) => said.replace('Enregistré', 'Déjà enregistré')),
  )
})

t.test('a refusal names the organisation; a fault its place', async (t) => {
  const refused = await line.run([...seminar, '--with', 'atlantide=partner'])
  t.equal(refused.status, 1)
  t.match(refused.complaints, /atlantide : .*\[organisation-unknown\]/)
  t.match(refused.complaints, /\[parts-refused\]/)
  const faulty = await line.run([...seminar, '--with', 'region-bretagne'])
  t.equal(faulty.status, 2)
  t.match(faulty.complaints, /--parts 1 role/)
})
