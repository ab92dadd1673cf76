import { present } from '#domain/kernel/present.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { CollectiveStepInput } from '#src/tasks/recording/use-cases/collective-input.js'
import { StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import { inFrench } from '#src/messages/faults.js'
import { recordWords } from './record-words.js'
import { typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { SEEN } from '#src/web/forms/checked-form.js'
import { contentOfForm } from '#src/web/forms/content-of-form.js'
import { faultsAtFields } from '#src/web/forms/fault-at-field.js'

/** The names of the fields that each organisation has of its own. */
export const roleField = (organisation: OrganisationId): string => `role.${organisation}`
export const stepField = (organisation: OrganisationId): string => `step.${organisation}`
/** The revision at which the form was shown. */
export const seenField = (organisation: string): string => `${SEEN}.${organisation}`

/** What a form asks for: a fact of one organisation, or of a step that several took together. */
export type AskedRecording =
  | { readonly of: 'one'; readonly organisation: OrganisationId; readonly step: StepInput }
  | { readonly of: 'several'; readonly step: CollectiveStepInput }

export type InputOfForm =
  | { readonly read: true; readonly asked: AskedRecording }
  | { readonly read: false; readonly faults: FaultsByField }

/** Reads the form of one kind for those who took part; every fault is told at once, each at its field. */
export const inputOfForm = (
  kind: KindCode,
  typed: TypedForm,
  organisations: readonly OrganisationId[],
): InputOfForm => {
  const { told, faults } = contentOfForm(kind, typed)
  const parts = organisations.map((organisation) => ({
    organisation,
    ...present({
      role: typedText(typed, roleField(organisation)),
      stepId: typedText(typed, stepField(organisation)),
    }),
  }))
  const read = parts.map(({ organisation, ...part }) => ({
    organisation,
    input: StepInput.safeParse({ ...told, ...part }, inFrench),
  }))
  const all = {
    ...(organisations.length === 0 ? { organisation: recordWords.organisationNeeded } : {}),
    ...Object.assign(
      {},
      ...read.map(({ organisation, input }) =>
        input.success ? {} : namedFor(organisation, faultsAtFields(input.error.issues)),
      ),
    ),
    ...faults,
  } as FaultsByField // each of its parts is
  const [first, ...others] = read
  if (Object.keys(all).length > 0 || first?.input.success !== true) return { read: false, faults: all }
  if (others.length === 0) {
    return { read: true, asked: { of: 'one', organisation: first.organisation, step: first.input.data } }
  }
  const together = CollectiveStepInput.safeParse({ ...told, parts }, inFrench)
  return together.success
    ? { read: true, asked: { of: 'several', step: together.data } }
    : { read: false, faults: faultsAtFields(together.error.issues) }
}

/** The role and the step are each organisation’s own; every other field is the same for all. */
export const namedFor = (organisation: OrganisationId, faults: FaultsByField): FaultsByField =>
  Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => {
      if (name === 'role') return [roleField(organisation), fault]
      if (name === 'step' || name === 'stepId') return [stepField(organisation), fault]
      return [name, fault]
    }),
  )
