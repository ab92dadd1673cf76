import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { openCommandLine } from '#test/support/run-command.js'

const command = openCommandLine()
t.teardown(() => command.close())

const file = (name: string, content: unknown): string => {
  const path = join(command.dataDirectory, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2))
  return path
}

const own = (changed: object = {}) => ({ ...FIRST_MODEL_DOCUMENT, id: 'le-notre', ...changed })

t.test('list, show and schema', async (t) => {
  const listed = await command.run(['model', 'list'])
  t.equal(listed.status, 0)
  t.match(listed.printed[0], /^premier-modele@1 {2}Premier modèle {2}\(livré, par défaut\) {2}[0-9a-f]{64}$/)
  const shown = await command.run(['model', 'show', 'premier-modele@1'])
  t.strictSame(JSON.parse(shown.text), FIRST_MODEL_DOCUMENT)
  const unknown = await command.run(['model', 'show', 'rien'])
  t.equal(unknown.status, 2)
  t.match(unknown.complaints, /premier-modele@1/)
  t.match(JSON.parse((await command.run(['model', 'schema'])).text), { type: 'object' })
})

t.test('validate says each fault where an editor finds it', async (t) => {
  const path = file('faux.json', own({ inheritance: 'half' }))
  const faulty = await command.run(['model', 'validate', path])
  t.equal(faulty.status, 1)
  t.strictSame(faulty.printed, [
    `${path}:12:18: valeur refusée ; attendu : full, none (/inheritance)`,
    '1 faute.',
  ])
  const broken = await command.run(['model', 'validate', file('casse.json', '{ "id": }'), '--json'])
  t.match([broken.status, JSON.parse(broken.text)], [1, { valid: false, faults: [{ code: 'not-json' }] }])
  const valid = await command.run(['model', 'validate', file('bon.json', own())])
  t.equal(valid.status, 0)
  t.match(valid.printed.at(-1), /^Modèle valable : le-notre@1, empreinte [0-9a-f]{64}\.$/)
  t.equal((await command.run(['model', 'validate', 'nulle-part.json'])).status, 2)
})

t.test('publish and compare', async (t) => {
  await command.run(['import', '--sample'])
  const path = file('notre.json', own())
  t.match((await command.run(['model', 'publish', path, '--dry-run'])).text, /rien ne l’a été/)
  t.match((await command.run(['model', 'publish', path])).printed[0], 'le-notre@1 : publié.')
  t.match((await command.run(['model', 'publish', path])).printed[0], /déjà publié/)
  const taken = await command.run(['model', 'publish', file('autre.json', own({ inheritance: 'none' }))])
  t.equal(taken.status, 1)
  t.match(taken.complaints, /\[model-version-taken\]/)
  const refused = await command.run(['model', 'publish', file('x.json', own({ inheritance: 'half' }))])
  t.equal(refused.status, 2)
  t.match(refused.text, /\/inheritance/)
  t.match((await command.run(['model', 'list'])).text, /le-notre@1 .*publié le 2026-07-01/)

  const same = await command.run(['model', 'compare', 'premier-modele', 'le-notre@1'])
  t.equal(same.status, 0)
  t.match(same.text, /^0 organisations changeraient, sur \d+ comparées/m)
  const facets = await command.run(['model', 'compare', 'facettes-innovation', '--as-of', '2016-06-01'])
  t.match(facets.text, /^De premier-modele@1 vers facettes-innovation@1, au 1er juin 2016 :/)
  t.match(facets.text, /^52 organisations changeraient, sur 101 comparées/m)
  const json = await command.run(['model', 'compare', path, 'facettes-innovation', '--json'])
  t.match(JSON.parse(json.text), { from: { id: 'le-notre' }, to: { id: 'facettes-innovation' } })
  t.equal((await command.run(['model', 'compare', 'rien'])).status, 2)
  t.equal((await command.run(['model', 'compare', 'premier-modele', '--as-of', 'hier'])).status, 2)
  t.equal((await command.run(['model', 'compare', file('y.json', '{')])).status, 2)
})

t.test('each has its help', async (t) => {
  for (const name of ['list', 'show', 'validate', 'publish', 'compare', 'schema']) {
    const help = await command.run(['model', name, '--help'])
    t.equal(help.status, 0)
    t.match(help.text, /Usage/)
  }
})
