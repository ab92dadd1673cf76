import { foldedKey } from '#domain/kernel/folded-key.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { registered } from '#projections/kept/registry/registry-index.js'
import { searchOrganisations, type RegistryReading } from './search-organisations.js'

/** Whom a name may mean. */
export type Named =
  | { readonly named: 'one'; readonly id: OrganisationId }
  | { readonly named: 'none' }
  | { readonly named: 'several'; readonly names: readonly string[] }

const MOST_NAMED = 6

/** The organisation that a person named, by its identifier or its name; one whose whole name it is comes before others. */
export const named = async (reading: RegistryReading, text: string): Promise<Named> => {
  const id = OrganisationId.safeParse(text)
  if (id.success && registered(reading.registry.index(), id.data) !== undefined) {
    return { named: 'one', id: id.data }
  }
  const answer = await searchOrganisations(reading, { q: text, limit: MOST_NAMED })
  const found = answer.outcome === 'page' ? answer.organisations : []
  const exact = found.filter(({ name }) => foldedKey(name) === foldedKey(text))
  const [only, ...others] = exact.length === 1 ? exact : found
  if (only === undefined) return { named: 'none' }
  return others.length === 0
    ? { named: 'one', id: only.id }
    : { named: 'several', names: found.map(({ name }) => name) }
}
