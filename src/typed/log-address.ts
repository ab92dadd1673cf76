import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

/** Where a log is kept. */
export type LogAddress =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'eventstoredb'; readonly url: string }

const expected =
  'attendu : sqlite:<dossier ou fichier>, ou esdb://… (expected: sqlite:<folder or file>, or esdb://…)'

/**
 * A log's address as it is typed: `sqlite:data`, `sqlite:data/journal.sqlite`, `esdb://host:2113`, `esdb+discover://…`.
 * A path that is no file, and does not end in `.sqlite`, is a folder, whose log is `journal.sqlite`.
 */
export const LogAddressTyped = z
  .string()
  .regex(/^(sqlite:.+|esdb(\+discover)?:\/\/.+)$/, expected)
  .transform((text): LogAddress =>
    text.startsWith('sqlite:')
      ? { engine: 'sqlite', path: fileOf(text.slice('sqlite:'.length)) }
      : { engine: 'eventstoredb', url: text },
  )

const fileOf = (path: string): string => {
  const isFile = path.endsWith('.sqlite') || (existsSync(path) && statSync(path).isFile())
  return resolve(isFile ? path : join(path, 'journal.sqlite'))
}

/** Why a log can't be read from an address, or can't be written to it, where that is known without opening it. */
export const addressFault = (
  address: LogAddress,
  use: 'source' | 'target',
): { readonly fr: string; readonly en: string } | undefined => {
  if (address.engine !== 'sqlite') return undefined
  const { path } = address
  if (use === 'source' && !existsSync(path)) {
    return {
      fr: `${path} n’existe pas : rien à copier.`,
      en: `${path} does not exist: there is nothing to copy.`,
    }
  }
  if (use === 'target' && !existsSync(dirname(path))) {
    return {
      fr: `Le dossier ${dirname(path)} n’existe pas : le créer d’abord.`,
      en: `The folder ${dirname(path)} does not exist: make it first.`,
    }
  }
  return undefined
}
