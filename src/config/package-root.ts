import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package that a module belongs to, be it compiled into `dist/` or not; files that `tsc` leaves are found from there. */
export const packageRootOf = (moduleUrl: string): string => {
  for (let folder = dirname(fileURLToPath(moduleUrl)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error(`no package.json above ${moduleUrl}`)
  }
}
