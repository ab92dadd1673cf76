import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import t from 'tap'
import { packageRootOf } from '#src/config/package-root.js'

const packageRoot = packageRootOf(import.meta.url)

/** The floors whose folders must not import each other in a circle. */
const FLOORS = ['domain', 'projections', 'adapters', 'src'] as const

interface Import {
  readonly from: string
  readonly to: string
}

const sourcesOf = (floor: string): readonly string[] =>
  readdirSync(posix.join(packageRoot, floor), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => posix.join(floor, file))
    .toSorted()

/** What a source of the project imports of the project, with and without an alias. */
const importsOf = (file: string, text: string): readonly Import[] =>
  [...text.matchAll(/\bfrom '(#|\.{1,2}\/)([^']+)'/g)].map(([, prefix = '', path = '']) => ({
    from: file,
    to: prefix === '#' ? path : posix.join(posix.dirname(file), prefix, path),
  }))

/** The imports that lead from folder to folder and back to where they began: each with the files that tie the knot. */
const circlesIn = (imports: readonly Import[]): readonly string[] => {
  const across = imports.filter(({ from, to }) => posix.dirname(from) !== posix.dirname(to))
  const reach = new Map<string, Set<string>>()
  const reachableFrom = (folder: string): ReadonlySet<string> => {
    const known = reach.get(folder)
    if (known !== undefined) return known
    const reached = new Set<string>()
    reach.set(folder, reached)
    const next = [folder]
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      for (const { from, to } of across) {
        const target = posix.dirname(to)
        if (posix.dirname(from) !== at || reached.has(target)) continue
        reached.add(target)
        next.push(target)
      }
    }
    return reached
  }
  return across
    .filter(({ from, to }) => reachableFrom(posix.dirname(to)).has(posix.dirname(from)))
    .map(({ from, to }) => `${from} imports ${to}`)
}

for (const floor of FLOORS) {
  t.test(`no circle of folders in ${floor}`, async (t) => {
    const sources = sourcesOf(floor)
    t.not(sources.length, 0)
    const imports = sources.flatMap((file) =>
      importsOf(file, readFileSync(posix.join(packageRoot, file), 'utf8')),
    )
    t.strictSame(circlesIn(imports), [])
  })
}

t.test('a circle is told by the files that tie it, however long it is', async (t) => {
  const straight = importsOf('domain/a/one.ts', "import { b } from '#domain/b/two.js'")
  const onwards = importsOf('domain/b/two.ts', "export {\n  c,\n} from '../c/three.js'")
  const back = importsOf('domain/c/three.ts', "import type { A } from '../a/one.js'")
  const within = importsOf('domain/a/one.ts', "import { other } from './other.js'")
  t.strictSame(circlesIn([...straight, ...onwards, ...within]), [])
  t.strictSame(circlesIn([...straight, ...onwards, ...back, ...within]), [
    'domain/a/one.ts imports domain/b/two.js',
    'domain/b/two.ts imports domain/c/three.js',
    'domain/c/three.ts imports domain/a/one.js',
  ])
})

const kernel = sourcesOf('domain/kernel')

t.test('the kernel imports nothing of the project but itself', async (t) => {
  const elsewhere = kernel
    .flatMap((file) => importsOf(file, readFileSync(posix.join(packageRoot, file), 'utf8')))
    .filter(({ to }) => !to.startsWith('domain/kernel/'))
  t.strictSame(elsewhere, [])
})

/** What the other rooms of the domain are about; only identifiers are named for it. */
const TRADE =
  /organisation|step|programme|maturity|evidence|criterion|trajectory|obstacle|member(?!s? of)|territory|catalogue/i

t.test('the kernel holds no word of the trade, but for its identifiers', async (t) => {
  const spoken = kernel
    .filter((file) => file !== 'domain/kernel/identifiers.ts')
    .flatMap((file) => {
      const code = readFileSync(posix.join(packageRoot, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      const word = TRADE.exec(code)?.[0]
      return word === undefined ? [] : [`${file}: ${word}`]
    })
  t.strictSame(spoken, [])
})
