import { declaredFields } from '#domain/steps/fact-fields.js'
import { present } from '#domain/kernel/present.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { DateField } from '#src/web/forms/date-field.js'
import { TextField } from '#src/web/forms/field.js'
import { formWords } from '#src/web/forms/form-words.js'
import { typedText, type FormState, type TypedForm } from '#src/web/forms/typed-form.js'
import { useSay, type Say } from '#src/web/layout/page-context.js'
import { stepWords } from './step-words.js'

/** The fields in which an amendment says where it was read, and when that was said: those of the fact have other names. */
export const SOURCE = 'amending.source'
export const STATED_ON = 'amending.statedOn'

/** The two as they were typed. */
export const sourceAndDay = (
  typed: TypedForm,
): { readonly told: Readonly<Record<string, unknown>>; readonly faults: FaultsByField } => {
  const [source, date] = [typedText(typed, SOURCE), typedText(typed, STATED_ON)]
  const read = date === undefined ? undefined : readTypedDate(date)
  const told = present({
    source: source === undefined ? undefined : { reference: source },
    statedOn: read?.understood === true ? read.edtf : undefined,
  })
  if (read === undefined) return { told, faults: {} }
  if (!read.understood) return { told, faults: { [STATED_ON]: typedDateRemedies[read.code] } }
  return { told, faults: read.date.kind === 'single' ? {} : { [STATED_ON]: formWords.singleDate } }
}

/** Faults of the amendment itself, at its own fields. */
export const atOwnFields = (faults: FaultsByField): FaultsByField =>
  Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => {
      if (name === 'source.reference') return [SOURCE, fault]
      return [name === 'statedOn' ? STATED_ON : name, fault]
    }),
  )

/** The two fields, as a form about a step as a whole has them. */
export const SourceAndDay = ({ state }: { readonly state: FormState }) => {
  const say = useSay()
  return (
    <>
      <TextField
        name={SOURCE}
        label={say(stepWords.newSource)}
        hint={say(declaredFields.source.parts.reference.hint)}
        form={state}
      />
      <DateField
        name={STATED_ON}
        label={say(stepWords.amendmentStatedOn)}
        hint={say(declaredFields.statedOn.hint)}
        form={state}
      />
    </>
  )
}

/** What the two are called. */
export const labelsOfSource = (say: Say): Readonly<Record<string, string>> => ({
  [SOURCE]: say(stepWords.newSource),
  [STATED_ON]: say(stepWords.amendmentStatedOn),
})
