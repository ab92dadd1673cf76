import type { DecidedEvent } from './organisation-event.js'
import type { Refusal } from '#domain/refusals/refusal.js'

/** What a decision gives: the events to record, none where everything asked is already on record, or the reason for a no. */
export type Decision =
  | { readonly decided: true; readonly events: readonly DecidedEvent[] }
  | { readonly decided: false; readonly refusal: Refusal }

export const accepted = (...events: readonly DecidedEvent[]): Decision => ({ decided: true, events })

/** Already on record: nothing to add, and no harm in having asked again. */
export const nothingToAdd: Decision = { decided: true, events: [] }

export const refused = (refusal: Refusal): Decision => ({ decided: false, refusal })
