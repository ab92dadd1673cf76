import { z } from 'zod'
import { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { NewFact } from '#domain/organisation/command.js'
import { schemaOfAttributes } from '#domain/steps/declaring/attribute.js'
import { kindCodes, kinds, type Kind } from '#domain/steps/catalogue/catalogue.js'
import { datedOnce, datedTwice } from '#domain/steps/fact.js'
import { factFields } from '#domain/steps/fact-fields.js'
import { opensStep } from '#domain/steps/declaring/kind.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { stagesOfKind } from '#domain/steps/step-event.js'

const { stepId, ...describingFields } = factFields

/** What is put in of a step of one kind: its stages, the fields that every fact has, and its own attributes. */
export const inputFieldsOfKind = (kind: Kind) => ({
  kind: z.literal(kind.code).describe(kind.labels.fr),
  stage: z.enum(stagesOfKind(kind) as readonly [FactStage, ...FactStage[]]), // every kind has stages
  ...describingFields,
  attributes: schemaOfAttributes(kind.attributes).optional(),
})

/** Which engagement a fact belongs to; a new one when absent, where the stage can open one. */
const engagement = StepId.optional()

const inputOfKind = (kind: Kind) =>
  z
    .strictObject({
      ...inputFieldsOfKind(kind),
      /** The fact’s own id; made here when absent. */
      id: EventId.optional(),
      stepId: engagement,
    })
    .refine(datedOnce, datedTwice)

const kindExpected = `un type d’étape est attendu parmi : ${kindCodes.join(', ')}`

/** What a union of all kinds says where the kind is none of them. */
export const namingKinds = {
  error: ({ code }: { readonly code: string }) => (code === 'invalid_union' ? kindExpected : undefined),
}

type StepInputSchema = ReturnType<typeof inputOfKind>
const [first, ...others] = kinds.map(inputOfKind)
if (first === undefined) throw new Error('the catalogue is empty')

/** One fact to record, of any kind of the catalogue: what HTTP takes as a body and the command line as options. */
export const StepInput = z.discriminatedUnion(
  'kind',
  [first, ...others] as [StepInputSchema, ...StepInputSchema[]],
  namingKinds,
)
export type StepInput = z.infer<typeof StepInput>

/**
 * The fact that was put in, with an id where it has none; undefined where its stage needs a step that is on record, and
 * none is given. A new step is named after the fact's id, so that who gave that id and asks again means the same step.
 */
export const factOfInput = (
  { kind, stage, id: givenId, stepId: givenStep, ...rest }: StepInput,
  newId: () => string,
): NewFact | undefined => {
  if (givenStep === undefined && !startsLife(stage)) return undefined
  const id = givenId ?? EventId.parse(newId())
  const stepId = givenStep ?? StepId.parse(`${kind}-${id.slice(0, 8)}`)
  return { id, kind, stage, fact: { ...rest, stepId } }
}

const startsLife = (stage: FactStage): boolean =>
  stage === 'planned' || (stage !== 'plan-dropped' && stage !== 'confirmed' && opensStep(stage))
