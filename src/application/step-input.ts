import { z } from 'zod'
import { EventId, StepId } from '#domain/identifiers/identifiers.js'
import { schemaOfAttributes } from '#domain/steps/attribute.js'
import { kindCodes, kinds, type Kind } from '#domain/steps/catalogue/catalogue.js'
import { datedOnce, datedTwice, factFields } from '#domain/steps/fact.js'
import { stagesOfKind, type FactStage } from '#domain/steps/step-event.js'

const { stepId, ...describingFields } = factFields

/** The input of one kind: its stages, the fields that every fact has, and its own attributes. */
const inputOfKind = (kind: Kind) =>
  z
    .strictObject({
      kind: z.literal(kind.code).describe(kind.labels.fr),
      stage: z.enum(stagesOfKind(kind) as readonly [FactStage, ...FactStage[]]), // every kind has stages
      /** The fact’s own id; made here when absent. */
      id: EventId.optional(),
      /** Which engagement it belongs to; a new one when absent, where the stage can open one. */
      stepId: StepId.optional(),
      ...describingFields,
      attributes: schemaOfAttributes(kind.attributes).optional(),
    })
    .refine(datedOnce, datedTwice)

const kindExpected = `un type d’étape est attendu parmi : ${kindCodes.join(', ')}`

type StepInputSchema = ReturnType<typeof inputOfKind>
const [first, ...others] = kinds.map(inputOfKind)
if (first === undefined) throw new Error('the catalogue is empty')

/** One fact to record, of any kind of the catalogue: what HTTP takes as a body and the command line as options. */
export const StepInput = z.discriminatedUnion(
  'kind',
  [first, ...others] as [StepInputSchema, ...StepInputSchema[]],
  { error: ({ code }: { readonly code: string }) => (code === 'invalid_union' ? kindExpected : undefined) },
)
export type StepInput = z.infer<typeof StepInput>
