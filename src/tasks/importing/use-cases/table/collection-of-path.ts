import { basename, dirname, extname, resolve } from 'node:path'
import { foldedKey } from '#domain/kernel/folded-key.js'

/** The collection of a file that nobody named: its folder, or its own name where the folder has none («histoire/steps.csv» is of `histoire`). */
export const collectionOfPath = (path: string): string => {
  const absolute = resolve(path)
  const folder = foldedKey(basename(dirname(absolute)))
  return folder === '' ? collectionOfFileName(basename(absolute)) : folder
}

/** The collection of a file that came without a folder: its name. */
export const collectionOfFileName = (name: string): string => {
  const slug = foldedKey(basename(name, extname(name)))
  return slug === '' ? 'import' : slug
}
