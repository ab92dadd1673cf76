import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openFileDossiers } from '#adapters/dossiers/file-dossiers.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (found: Uint8Array | undefined): string | undefined =>
  found === undefined ? undefined : new TextDecoder().decode(found)

t.test('what was written is read, also by another that opens the folder later', async (t) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'dossiers-')), 'imports')
  t.teardown(() => rmSync(join(folder, '..'), { recursive: true }))
  const dossiers = openFileDossiers(folder)
  t.strictSame(await dossiers.ids(), [], 'before the first')
  t.equal(await dossiers.read('one', 'a.json'), undefined)
  await dossiers.write('one', 'a.json', bytes('first'))
  await dossiers.write('one', 'a.json', bytes('second'))
  await dossiers.write('two', 'b.csv', bytes('b'))
  t.equal(textOf(await openFileDossiers(folder).read('one', 'a.json')), 'second')
  t.strictSame((await dossiers.ids()).toSorted(), ['one', 'two'])
  t.strictSame(readdirSync(join(folder, 'one')), ['a.json'], 'nothing half written stays')
})

t.test('a document is removed, then the whole dossier; removing again changes nothing', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dossiers-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const dossiers = openFileDossiers(folder)
  await dossiers.write('one', 'a', bytes('a'))
  await dossiers.write('one', 'b', bytes('b'))
  await dossiers.remove('one', 'a')
  t.strictSame([await dossiers.read('one', 'a'), textOf(await dossiers.read('one', 'b'))], [undefined, 'b'])
  await dossiers.remove('one')
  await dossiers.remove('one')
  t.strictSame(await dossiers.ids(), [])
})

t.test('no name leads out of the folder', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dossiers-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const dossiers = openFileDossiers(join(folder, 'imports'))
  for (const name of ['..', '../x', 'a/b', '.hidden', '', 'a..b', 'a\u0000b']) {
    await t.rejects(
      async () => dossiers.write(name, 'a', bytes('a')),
      { message: /not the name/ },
      JSON.stringify(name),
    )
    await t.rejects(async () => dossiers.read('one', name), { message: /not the name/ }, JSON.stringify(name))
    await t.rejects(async () => dossiers.remove(name), { message: /not the name/ }, JSON.stringify(name))
  }
  t.notOk(existsSync(join(folder, 'x')))
})
