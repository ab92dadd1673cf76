import { z } from 'zod'
import { CommandId, OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position, Revision } from '#domain/ports/event-log.js'

export const OrganisationParameters = z.strictObject({ id: OrganisationId })

/** Where the log has to have been read up to: the `position` that a write answered. */
export const AfterPosition = z.coerce
  .number()
  .int()
  .nonnegative()
  .transform((position) => position as Position) // the brand of a number that the schema has checked
  .optional()
  .describe(
    'attendre que la réponse tienne compte de cette position du journal, même écrite par un autre nœud ; l’en-tête log-identity dit de quel journal elle est',
  )

export const IdempotencyKey = CommandId.optional().describe(
  'la même clé et le même contenu : la même réponse ; un autre contenu : 409',
)

export const DryRun = z
  .stringbool()
  .optional()
  .describe('true : dit ce qui serait enregistré, et n’enregistre rien')

/** An ETag names the revision of the organisation's stream. */
export const etagOf = (revision: Revision | 'none'): string => `"${revision}"`

export type ExpectedOfEtag =
  | { readonly read: true; readonly expected?: Revision | 'none' }
  /** It is no ETag that this interface gives. */
  | { readonly read: false }

/** What `If-Match` asks for (RFC 9110, 13.1.1): nothing when absent or `*`, since who does not exist takes no step anyway. */
export const expectedOfEtag = (etag: string | undefined): ExpectedOfEtag => {
  if (etag === undefined || etag.trim() === '*') return { read: true }
  const quoted = /^"(none|\d{1,15})"$/.exec(etag.trim())?.[1]
  if (quoted === undefined) return { read: false }
  return { read: true, expected: quoted === 'none' ? 'none' : (Number(quoted) as Revision) } // digits only
}
