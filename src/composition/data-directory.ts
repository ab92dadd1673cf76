import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SetupFault } from '#src/config/setup-fault.js'

/**
 * Makes the folder where there is none, and sees that it can be read and written. Its parents are made one by one:
 * Node's own `recursive` never ends where a parent exists but takes no folder, as in /proc.
 *
 * @throws SetupFault `folder-unusable`
 */
export const makeDataDirectory = (path: string): void =>
  namingFolder(path, () => {
    makeFolder(resolve(path))
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  })

/** Runs what touches the folder: that it can't be used is told by its name, with what to do. */
export const namingFolder = <Result>(path: string, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    throw new SetupFault(
      'folder-unusable',
      `DATA_DIR=${path} : ce dossier ne peut servir (${reason}). Nommer un dossier où ce programme peut écrire.\n` +
        '(This folder cannot be used: name one that this program may write to.)',
      { cause: error },
    )
  }
}

const makeFolder = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) return
  if (found !== undefined) throw Object.assign(new Error(`not a folder: ${path}`), { code: 'ENOTDIR' })
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error // another process made it meanwhile
  }
}

/** What the system, or SQLite, says of a file that can't be made, read or written. */
const reasonOf = (error: unknown): string | undefined => {
  const code = codeOf(error)
  return /^(E[A-Z]+|SQLITE_(CANTOPEN|READONLY)(_\w+)?)$/.test(code) ? code : undefined
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
