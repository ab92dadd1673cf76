import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { registered, type RegistryIndex } from '#projections/kept/registry/registry-index.js'

/** What an organisation was called by what was known then; its name of today where nothing was known of it yet. */
export const nameThen = (index: RegistryIndex, id: OrganisationId, knownThen: string): string =>
  knownThen === '' ? (registered(index, id)?.name ?? id) : knownThen
