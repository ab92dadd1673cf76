import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import type { RegistryEntry } from '#projections/asked/finding/query.js'
import { foldedKey } from '#domain/kernel/folded-key.js'
import { searchOrganisations, type RegistryReading } from './search-organisations.js'

/** Who is registered under a name that has a word of this one; words that kinds of organisations are called by tell nothing. */
export const organisationsCalledAlike = async (
  reading: RegistryReading,
  name: string,
): Promise<readonly RegistryEntry[]> => {
  const found = new Map<string, RegistryEntry>()
  const words = wordsOf(name).filter((word) => word.length > 3 && !wordsOfKinds.has(word))
  for (const q of words) {
    const answer = await searchOrganisations(reading, { q, limit: MOST_ALIKE })
    for (const entry of answer.outcome === 'page' ? answer.organisations : []) found.set(entry.id, entry)
  }
  return [...found.values()].slice(0, MOST_ALIKE)
}

const wordsOf = (text: string): readonly string[] => foldedKey(text).split('-')

const wordsOfKinds: ReadonlySet<string> = new Set([
  ...Object.values(organisationKinds).flatMap(({ fr }) => wordsOf(fr)),
  ...wordsOf('ville mairie communauté communes agglomération conseil'),
])

const MOST_ALIKE = 5
