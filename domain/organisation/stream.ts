import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { StreamName } from '#domain/ports/event-log.js'

const category = 'organisation-'

/** One stream an organisation: `organisation-region-bretagne`. */
export const streamOfOrganisation = (id: OrganisationId): StreamName => `${category}${id}` as StreamName // the only maker of such names

/** The organisation that a stream tells of; undefined for streams of anything else. */
export const organisationOfStream = (stream: StreamName): OrganisationId | undefined => {
  if (!stream.startsWith(category)) return undefined
  const id = OrganisationId.safeParse(stream.slice(category.length))
  return id.success ? id.data : undefined
}
