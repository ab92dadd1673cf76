import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import { packageRootOf } from '#src/config/package-root.js'

const tests = join(packageRootOf(import.meta.url), 'test')
const MANIFEST = 'frozen.sha256'

interface Frozen {
  readonly path: string
  readonly digest: string
}

/** The lines of a manifest as `sha256sum` writes them: a digest, two spaces, a path from the manifest's own folder. */
const linesOf = (manifest: string): readonly Frozen[] =>
  readFileSync(manifest, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, digest, path] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
      if (digest === undefined || path === undefined) throw new Error(`${manifest}: ${line}`)
      return { digest, path: join(dirname(manifest), path) }
    })

const manifests = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith(MANIFEST))
  .map((path) => join(tests, path))
const frozen = manifests.flatMap(linesOf)

const named = (path: string): string => relative(join(tests, '..'), path)
const putBack = (path: string): string =>
  `${named(path)} est figé : le remettre comme il était, et ajouter un nouvel exemple à côté. (Frozen: put it back as it was, and add a new example beside.)`
const toBeAdded = (path: string): string =>
  `${named(path)} n’est pas encore figé : ajouter sa ligne au ${MANIFEST} (sha256sum), sans toucher aux autres. (Add its line to the manifest, and touch no other.)`

t.test('what was published is as it was', (t) => {
  t.ok(manifests.length >= 2, 'recorded events, and what a version wrote')
  for (const { path, digest } of frozen) {
    const found = existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'gone'
    t.equal(found, digest, putBack(path))
  }
  t.end()
})

t.test('whatever is added beside is frozen from then on', (t) => {
  const known = new Set(frozen.map(({ path }) => path))
  const folders = new Set(frozen.map(({ path }) => dirname(path)))
  for (const folder of folders) {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (name === MANIFEST || name === 'README.md') continue
      t.ok(known.has(path), toBeAdded(path))
    }
  }
  t.equal(known.size, frozen.length, 'no file has two lines')
  t.end()
})
