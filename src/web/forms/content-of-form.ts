import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { formWords } from './form-words.js'
import type { TypedForm } from './typed-form.js'
import { contentOfFields, type ContentOfForm } from './content-of-fields.js'
import { formOfKind } from './form-of-kind.js'

/** What a form tells of a fact of a kind, but for who took part. */
export const contentOfForm = (kind: KindCode, typed: TypedForm): ContentOfForm => {
  const { told, faults: atFields } = contentOfFields(formOfKind(kind).fields, typed)
  const faults: Record<string, Labels> = { ...atFields }
  return { told: { kind, ...told, ...costOf(told, faults) }, faults }
}

/** One amount alone is both bounds; what surrounds an amount needs one. */
const costOf = ({ cost }: ContentOfForm['told'], faults: Record<string, Labels>): ContentOfForm['told'] => {
  if (typeof cost !== 'object' || cost === null) return {}
  const { min, max, ...around } = cost as { readonly min?: number; readonly max?: number } // put together below
  if (min === undefined && max === undefined) {
    faults['cost.min'] ??= formWords.costIncomplete
    return { cost: undefined }
  }
  return { cost: { min: min ?? max, max: max ?? min, ...around } }
}
