import type { DecisionOf } from '#domain/kernel/decider.js'
import type { DecidedEvent, OrganisationEvent } from './organisation-event.js'
import type { OrganisationRefusal } from './refusal.js'

/** What a decision gives: the events to record, none where everything asked is already on record, or the reason for a no. */
export type Decision = DecisionOf<OrganisationEvent, OrganisationRefusal>

export const accepted = (...events: readonly DecidedEvent[]): Decision => ({ decided: true, events })

/** Already on record: nothing to add, and no harm in having asked again. */
export const nothingToAdd: Decision = { decided: true, events: [] }

export const refused = (refusal: OrganisationRefusal): Decision => ({ decided: false, refusal })
