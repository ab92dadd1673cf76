import type { ProfileEvent } from './profile-event.js'
import type { AmendmentEvent, FactEvent } from '#domain/steps/step-event.js'
import type { Decided, Recorded } from '#domain/kernel/event-of.js'

/** Everything that can stand in the stream of one organisation. */
export type OrganisationEvent = ProfileEvent | FactEvent | AmendmentEvent

/** An event that a decision gives, with the id that it will have in the log. */
export type DecidedEvent = Decided<OrganisationEvent>

/** An event as it was recorded. */
export type RecordedEvent = Recorded<OrganisationEvent>
