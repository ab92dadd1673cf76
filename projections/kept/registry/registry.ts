import type { KeptModel } from '../kept-model.js'
import { emptyRegistry, withRows, type RegistryIndex } from './registry-index.js'
import type { RegistryRow } from './registry-row.js'
import { registryRowOf } from './row-of-organisation.js'

/** Who is who, and where each took part: what lists and searches read. */
export const registry: KeptModel<RegistryRow, RegistryIndex> = {
  name: 'registry',
  version: 4,
  readableSince: 4,
  rowOf: registryRowOf,
  viewOf: (rows) => withRows(emptyRegistry, rows),
  withRows,
}
