import { z } from 'zod'
import { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { EventOf } from '#domain/kernel/event-of.js'
import { MergePatch } from '#domain/kernel/merge-patch.js'
import { text } from '#domain/kernel/text.js'
import { EdtfSingle } from '#domain/time/edtf-schema.js'
import { Source } from './fact-fields.js'

const reason = text(1000)
const told = { source: Source.optional(), statedOn: EdtfSingle.optional() }

/** The record about the record: nothing is updated or deleted, an event names the one that it amends. */
export const amendmentEventSchemas = {
  StepCorrected: z.strictObject({ target: EventId, changes: MergePatch, reason, ...told }),
  StepRetracted: z.strictObject({ target: EventId, reason, ...told }),
  /** The step came out of these, of this organisation or another. */
  StepsLinked: z.strictObject({ stepId: StepId, follows: z.array(StepId).min(1).max(20), ...told }),
} as const

export type AmendmentEvent = EventOf<typeof amendmentEventSchemas>

/** Tells these events from all others of a stream. */
export const isAmendmentEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, AmendmentEvent> => Object.hasOwn(amendmentEventSchemas, event.type)
