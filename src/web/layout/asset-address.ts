import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRootOf } from '#src/config/package-root.js'

/** The style sheet and scripts, which are served as they lie there. */
export const ASSETS_FOLDER = join(packageRootOf(import.meta.url), 'src/web/assets')

export const ASSETS_PREFIX = '/assets/'

const addresses = new Map<string, string>()

/** The address of an asset, which changes with its content: browsers may keep it for good. */
export const assetAddress = (name: string): string => {
  const known = addresses.get(name)
  if (known !== undefined) return known
  const digest = createHash('sha256')
    .update(readFileSync(join(ASSETS_FOLDER, name)))
    .digest('hex')
  const address = `${ASSETS_PREFIX}${name}?v=${digest.slice(0, 12)}`
  addresses.set(name, address)
  return address
}
