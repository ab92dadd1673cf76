import { z } from 'zod'
import { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { kinds, type Kind } from '#domain/steps/catalogue/catalogue.js'
import { datedOnce, datedTwice } from '#domain/steps/fact.js'
import { Role } from '#domain/steps/roles.js'
import { inputFieldsOfKind, namingKinds, type StepInput } from './step-input.js'

/** One of those who took the step, and the part that it took. */
const PartInput = z.strictObject({
  organisation: OrganisationId,
  role: Role,
  stepId: StepId.optional().describe('son étape, où elle est déjà consignée ; une nouvelle par défaut'),
})
export type PartInput = z.infer<typeof PartInput>

const inputOfKind = (kind: Kind) => {
  const { role, ...shared } = inputFieldsOfKind(kind)
  return z
    .strictObject({
      ...shared,
      parts: z
        .array(PartInput)
        .min(2, 'deux organisations au moins : une seule s’enregistre par elle-même')
        .max(60)
        .refine((parts) => new Set(parts.map(({ organisation }) => organisation)).size === parts.length, {
          message: 'une organisation ne vient qu’une fois',
        }),
    })
    .refine(datedOnce, datedTwice)
}

type CollectiveStepSchema = ReturnType<typeof inputOfKind>
const [first, ...others] = kinds.map(inputOfKind)
if (first === undefined) throw new Error('the catalogue is empty')

/** One fact of a step that several organisations took together: told once, with the part of each. */
export const CollectiveStepInput = z.discriminatedUnion(
  'kind',
  [first, ...others] as [CollectiveStepSchema, ...CollectiveStepSchema[]],
  namingKinds,
)
export type CollectiveStepInput = z.infer<typeof CollectiveStepInput>

/** The same told of one of them. */
export const stepOfPart = (
  { parts: _parts, ...shared }: CollectiveStepInput,
  { role, stepId }: PartInput,
): StepInput => ({ ...shared, role, stepId })
