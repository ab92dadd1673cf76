import { z } from 'zod'
import type { Decided, EventOf, Recorded } from '#domain/kernel/event-of.js'
import { EventId, JointId, OrganisationId } from '#domain/kernel/identifiers.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { sharedFactSchema } from '#domain/steps/step-event.js'
import type { StreamName } from '#domain/ports/event-log.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'

const Stage = z.enum(Object.keys(stageLabels) as [FactStage, ...FactStage[]]) // its literal keys

/** What is to be recorded of one of the organisations: the event's id is fixed here, so that it is written once. */
const IntendedPart = z.strictObject({
  organisation: OrganisationId,
  id: EventId,
  stage: Stage,
  /** The fact with its kind, as in the events in which the kind stands. */
  told: sharedFactSchema,
})
export type IntendedPart = z.infer<typeof IntendedPart>

/** The schema of each event in the life of a collective write. */
export const collectiveEventSchemas = {
  /** All parts were decided, and none refused: each will stand in its organisation's stream. */
  CollectiveStepIntended: z.strictObject({ jointId: JointId, parts: z.array(IntendedPart).min(1) }),
  /** Nothing is left to write. `refused`: who moved meanwhile, so that its part could not be recorded. */
  CollectiveStepClosed: z.strictObject({
    recorded: z.array(OrganisationId),
    refused: z.array(z.strictObject({ organisation: OrganisationId, code: z.string() })),
  }),
} as const

/** Everything that can stand in the stream of one collective write. */
export type CollectiveEvent = EventOf<typeof collectiveEventSchemas>

/** An event with the id that it will have in the log. */
export type DecidedCollectiveEvent = Decided<CollectiveEvent>

/** An event as it was recorded. */
export type RecordedCollectiveEvent = Recorded<CollectiveEvent>

/** One stream an intention, named after its first event: `collective-5f0e2f6e-…`. */
export const streamOfIntention = (id: EventId): StreamName => `collective-${id}` as StreamName // the only maker of such names
