import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import { registeringWords } from './registering-words.js'

/** The organisation that a person named, by its name or identifier; or why none can be meant. */
export const organisationNamed = async (
  { finding }: Finding,
  text: string,
): Promise<{ readonly id: OrganisationId } | { readonly fault: Labels }> => {
  const meant = await finding.named(text)
  if (meant.named === 'one') return { id: meant.id }
  return meant.named === 'none'
    ? { fault: registeringWords.noSuchOrganisation }
    : { fault: registeringWords.several(meant.names.join(', ')) }
}
