import { present } from '#domain/kernel/present.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { formWords } from '#src/web/forms/form-words.js'
import { typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'

/** The fields in which an amendment says where it was read, and when that was said. */
export const AMENDING_SOURCE = 'amending.source'
export const AMENDING_DATE = 'amending.statedOn'

/** The source of an amendment as it was typed: not that of the fact, which has its own fields. */
export const amendingSource = (
  typed: TypedForm,
): { readonly told: Readonly<Record<string, unknown>>; readonly faults: FaultsByField } => {
  const [source, date] = [typedText(typed, AMENDING_SOURCE), typedText(typed, AMENDING_DATE)]
  const read = date === undefined ? undefined : readTypedDate(date)
  const told = present({
    source: source === undefined ? undefined : { reference: source },
    statedOn: read?.understood === true ? read.edtf : undefined,
  })
  if (read === undefined) return { told, faults: {} }
  if (!read.understood) return { told, faults: { [AMENDING_DATE]: typedDateRemedies[read.code] } }
  return { told, faults: read.date.kind === 'single' ? {} : { [AMENDING_DATE]: formWords.singleDate } }
}

/** Faults of the amendment itself, whose fields have names of their own beside those of the fact. */
export const atAmendingFields = (faults: FaultsByField): FaultsByField =>
  Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => {
      if (name === 'source.reference') return [AMENDING_SOURCE, fault]
      return [name === 'statedOn' ? AMENDING_DATE : name, fault]
    }),
  )
