import { OrganisationId } from '#domain/kernel/identifiers.js'
import { registered } from '#projections/kept/registry/registry-index.js'
import type { RegistryReader } from '#src/handling/reading/registry-reader.js'

/** What organisations are called today; one that is not registered is called by its identifier. */
export const nameIn =
  (registry: Pick<RegistryReader, 'index'>) =>
  (id: string): string =>
    registered(registry.index(), OrganisationId.parse(id))?.name ?? id
