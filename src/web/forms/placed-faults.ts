import type { Labels, Language } from '#domain/kernel/labels.js'
import { sayIn } from '#src/web/layout/page-context.js'
import type { FieldFaults } from './typed-form.js'
import type { FaultsByField } from './content-of-fields.js'

/** Faults as a form shows them: each at its field, and above the form what has no field on it. */
export const placedFaults = (
  faults: FaultsByField,
  fields: readonly string[],
  language: Language,
): { readonly faults: FieldFaults; readonly advice?: Labels } => {
  const known = new Set(fields)
  const entries = Object.entries(faults)
  const unplaced = entries.filter(([name]) => !known.has(name)).map(([, said]) => said)
  return {
    faults: Object.fromEntries(
      entries.filter(([name]) => known.has(name)).map(([name, said]) => [name, sayIn(language)(said)]),
    ),
    ...(unplaced.length === 0
      ? {}
      : {
          advice: { fr: unplaced.map(({ fr }) => fr).join(' '), en: unplaced.map(({ en }) => en).join(' ') },
        }),
  }
}
