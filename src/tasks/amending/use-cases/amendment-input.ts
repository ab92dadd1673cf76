import { z } from 'zod'
import { EventId, OrganisationId } from '#domain/kernel/identifiers.js'
import { MergePatch } from '#domain/kernel/merge-patch.js'
import { amendmentEventSchemas } from '#domain/steps/step-event.js'
import { factFields } from '#domain/steps/fact-fields.js'

const { StepCorrected, StepRetracted, StepsLinked } = amendmentEventSchemas

/** The amendment’s own id; made when absent. */
const id = EventId.optional()

/** A merge patch as it is described to callers: any object. JSON Schema would describe JSON itself by a recursion. */
export const PatchInput = z.record(z.string(), z.unknown()).pipe(MergePatch)

/** Which organisation says so, where several have the step on record: a predecessor and its successor. */
const organisation = OrganisationId.optional().describe(
  'laquelle le dit, quand plusieurs ont cette étape ; un successeur pour une étape héritée',
)

/** What was told wrongly: the fact (its event id), what changes of it as a JSON merge patch (RFC 7396), and why. */
export const CorrectionInput = StepCorrected.extend({ id, changes: PatchInput })
export type CorrectionInput = z.infer<typeof CorrectionInput>

/** What should not have been told: a fact or a link, by its event id, and why. */
export const RetractionInput = StepRetracted.extend({ id })
export type RetractionInput = z.infer<typeof RetractionInput>

/** That it still stood on a day. */
export const ConfirmationInput = z.strictObject({
  id,
  organisation,
  role: factFields.role.optional().describe('le rôle déjà consigné par défaut'),
  occurred: factFields.occurred,
  within: factFields.within,
  statedOn: factFields.statedOn,
  source: factFields.source,
  confidence: factFields.confidence,
  documents: factFields.documents,
  note: factFields.note,
})
export type ConfirmationInput = z.infer<typeof ConfirmationInput>

/** Out of which steps it came, of this organisation or others. */
export const LinksInput = StepsLinked.omit({ stepId: true }).extend({ id, organisation })
export type LinksInput = z.infer<typeof LinksInput>
