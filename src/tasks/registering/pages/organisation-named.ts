import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import { registered } from '#projections/kept/registry/registry-index.js'
import { foldedKey } from '#domain/kernel/folded-key.js'
import { searchOrganisations } from '#src/tasks/finding/use-cases/search-organisations.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { registeringWords } from './registering-words.js'

/** The organisation that a person named, by its name or identifier; or why none can be meant. */
export const organisationNamed = async (
  { reading, registry }: Pick<Trajectoires, 'reading' | 'registry'>,
  text: string,
): Promise<{ readonly id: OrganisationId } | { readonly fault: Labels }> => {
  const id = OrganisationId.safeParse(text)
  if (id.success && registered(registry.index(), id.data) !== undefined) return { id: id.data }
  const answer = await searchOrganisations(reading, { q: text, limit: MOST_NAMED })
  const found = answer.outcome === 'page' ? answer.organisations : []
  const exact = found.filter(({ name }) => foldedKey(name) === foldedKey(text))
  const [only, ...others] = exact.length === 1 ? exact : found
  if (only === undefined) return { fault: registeringWords.noSuchOrganisation }
  return others.length === 0
    ? { id: only.id }
    : { fault: registeringWords.several(found.map(({ name }) => name).join(', ')) }
}

const MOST_NAMED = 6
