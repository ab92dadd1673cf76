import type { EventId } from '#domain/kernel/identifiers.js'
import type { StreamName } from '#domain/ports/event-log.js'

/** One stream an intention, named after its first event: `collective-5f0e2f6e-…`. */
export const streamOfIntention = (id: EventId): StreamName => `collective-${id}` as StreamName // the only maker of such names
