import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packageRootOf } from '#src/config/package-root.js'

const folder = join(packageRootOf(import.meta.url), 'src', 'sample', 'history')

/** The real history that ships with the program: the paths of its two files, and the name of their collection. */
export const sampleHistory = {
  collection: 'histoire',
  files: [join(folder, 'organisations.csv'), join(folder, 'steps.csv')],
} as const

/** Its files, as an import takes them. */
export const readSample = (): readonly { readonly name: string; readonly bytes: Uint8Array }[] =>
  sampleHistory.files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
