import { z } from 'zod'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Position, Revision } from '#domain/ports/event-log.js'

export const OrganisationParameters = z.strictObject({ id: OrganisationId })

/** Where the log has to have been read up to: the `position` that a write answered. */
export const AfterPosition = z.coerce
  .number()
  .int()
  .nonnegative()
  .transform((position) => position as Position) // the brand of a number that the schema has checked
  .optional()
  .describe('attendre que la liste ait vu cette position du journal')

/** An ETag names the revision of the organisation's stream. */
export const etagOf = (revision: Revision | 'none'): string => `"${revision}"`

export const revisionOfEtag = (etag: string): Revision | 'none' | undefined => {
  const quoted = /^"(none|\d{1,15})"$/.exec(etag.trim())?.[1]
  if (quoted === undefined) return undefined
  return quoted === 'none' ? 'none' : (Number(quoted) as Revision) // digits only
}
