import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
t.before(() => line.run(['import', '--sample']))

t.test('next-steps for people and for programs', async (t) => {
  const { status, printed } = await line.run(['next-steps', 'cc-entre-dore-et-allier'])
  t.equal(status, 0)
  t.strictSame(printed.slice(0, 4), [
    'Communauté de communes Entre Dore et Allier (cc-entre-dore-et-allier)',
    'Sa population n’est pas consignée : d’abord ce qui demande peu et se partage avec d’autres, qui convient aussi aux petites structures.',
    '',
    'Pour être sûr de « expérimentateur » : un chemin essayé.',
  ])
  const asked = await line.run(['next-steps', 'cc-entre-dore-et-allier', '--json'])
  t.match(JSON.parse(asked.text), { small: true, targets: [{ aim: 'confirm' }] })
  t.equal((await line.run(['next-steps', 'nulle-part'])).status, 2)
  t.match((await line.run(['next-steps', 'region-bourgogne'])).text, /a pris fin/)
})

t.test('what-if by options, and by a file of several steps', async (t) => {
  const typed = await line.run([
    'what-if',
    'region-occitanie',
    '--kind',
    'residency',
    '--stage',
    'completed',
    '--when',
    'mars 2027',
  ])
  t.equal(typed.status, 0)
  t.strictSame(typed.printed.slice(0, 1), ['Au 2027-03-31, sans rien enregistrer :'])
  const folder = mkdtempSync(join(tmpdir(), 'trajectoires-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'etapes.json')
  writeFileSync(
    file,
    JSON.stringify([
      { kind: 'lab', stage: 'begun', stepId: 'labo-reve', role: 'lead', occurred: '2027-01-01' },
      { kind: 'lab', stage: 'ended', stepId: 'labo-reve', role: 'lead', occurred: '2028-01-01' },
    ]),
  )
  const several = await line.run(['what-if', 'ville-de-paris', '--steps', file, '--json'])
  t.equal(several.status, 0)
  t.match(JSON.parse(several.text), {
    on: '2028-01-01',
    facts: [{ type: 'LabOpened' }, { type: 'LabClosed' }],
  })
  const refused = await line.run([
    'what-if',
    'ville-de-paris',
    '--kind',
    'lab',
    '--stage',
    'ended',
    '--step',
    'nul',
  ])
  t.equal(refused.status, 2)
  t.match(refused.complaints, /\[step-unknown\]/)
  t.equal((await line.run(['what-if', 'ville-de-paris'])).status, 2, 'no step at all')
})

t.test('obstacles of all, and of others where one is', async (t) => {
  const all = await line.run(['obstacles'])
  t.strictSame([all.status, all.printed.length], [0, 4])
  t.strictSame((await line.run(['obstacles', '--nature', 'no-lab'])).printed.length, 1)
  const here = await line.run(['obstacles', 'region-occitanie'])
  t.equal(here.status, 0)
  t.match(here.text, /Ce qui en a arrêté d’autres :\n {2}· Région Bourgogne : pas de labo/)
  t.equal((await line.run(['obstacles', '--nature', 'ennui'])).status, 2)
})
