import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
const folder = (name: string): string => {
  const path = join(line.dataDirectory, name)
  mkdirSync(path)
  return path
}
const source = folder('source')
await line.run(['import', '--sample'], { DATA_DIR: source })
await line.run(['record', 'ville-de-paris', '--kind', 'seminar', '--role', 'participant', '--when', '2024'], {
  DATA_DIR: source,
})
const eventsIn = async (path: string): Promise<readonly string[]> =>
  (await line.run(['events', '--json'], { DATA_DIR: path })).printed

t.test('a log is copied with the real history in it, and verified', async (t) => {
  const target = folder('copy')
  const ran = await line.run(['copy', '--from', `sqlite:${source}`, '--to', `sqlite:${target}`])
  t.equal(ran.status, 0)
  t.match(
    ran.text,
    /^405 événements \(0 déjà là, 405 ajoutés\), 0 marques de commande : relus des deux côtés/,
  )
  t.strictSame(ran.complained, ['copie (copying)…', 'vérification (verifying)…'])
  t.strictSame(await eventsIn(target), await eventsIn(source))
  const again = await line.run([
    'copy',
    '--from',
    `sqlite:${join(source, 'journal.sqlite')}`,
    '--to',
    `sqlite:${join(target, 'journal.sqlite')}`,
    '--json',
  ])
  t.match(JSON.parse(again.text), { outcome: 'copied', alreadyThere: 405, added: 0 })
})

t.test('the copy answers as the source did, though it is another log', async (t) => {
  const target = folder('served')
  await line.run(['copy', '--from', `sqlite:${source}`, '--to', `sqlite:${target}`])
  const question = ['trajectory', 'region-champagne-ardenne', '--as-of', '2015-11-26']
  const [before, after] = [
    await line.run(question, { DATA_DIR: source }),
    await line.run(question, { DATA_DIR: target }),
  ]
  t.equal(after.status, 0)
  t.strictSame(after.printed, before.printed)
})

t.test('a target with other events is refused with the place where they part', async (t) => {
  const target = folder('other')
  await line.run(['import', '--sample', '--collection', 'autre'], { DATA_DIR: target })
  const ran = await line.run(['copy', '--from', `sqlite:${source}`, '--to', `sqlite:${target}`])
  t.equal(ran.status, 1)
  t.match(
    ran.complaints,
    /« id » diffère à 0@organisation-.+ \(1\) de l’origine, .+ de la cible.*\[target-differs\]/,
  )
})

t.test('addresses that can be none are refused by name, and nothing is made there', async (t) => {
  for (const [from, to, complaint] of [
    ['nulle-part', `sqlite:${source}`, /^--from : attendu : sqlite:<dossier ou fichier>, ou esdb/],
    [`sqlite:${source}`, 'postgres://localhost', /^--to : attendu/],
    [`sqlite:${source}-absent`, `sqlite:${source}`, /journal\.sqlite n’existe pas.*\[address-unusable\]/],
    [`sqlite:${source}`, `sqlite:${source}-absent`, /Le dossier .* n’existe pas.*\[address-unusable\]/],
    [`sqlite:${source}`, `sqlite:${source}`, /deux fois le même journal\. \[same-log\]/],
  ] as const) {
    const ran = await line.run(['copy', '--from', from, '--to', to])
    t.equal(ran.status, 2, to)
    t.match(ran.complaints, complaint)
  }
})
