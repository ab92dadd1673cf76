import type { CodeList } from '#domain/steps/declaring/attribute.js'
import type { Labels } from '#domain/kernel/labels.js'

/** How a field is filled in. `documents` and `steps` are lists with a form of their own. */
export type FieldInput =
  | 'line'
  | 'lines'
  | 'digits'
  | 'paragraph'
  | 'date'
  | 'quantity'
  | 'number'
  | 'choice'
  | 'choices'
  | 'flag'
  | 'programme'
  | 'documents'
  | 'steps'

export interface FieldOption {
  readonly value: string
  readonly labels: Labels
}

/** Where a field stands: what one always fills in, what is of this kind, and what one may add. */
export type FieldGroup = 'first' | 'kind' | 'circumstances' | 'source' | 'story'

/** One field of a form; `name` is the path of what it fills in, but for `when`, which is a date or a window. */
export interface FormField {
  readonly name: string
  readonly labels: Labels
  readonly hint?: Labels
  readonly input: FieldInput
  /** Of a date: one, and no period. */
  readonly single?: true
  readonly options?: readonly FieldOption[]
  readonly required: boolean
  readonly group: FieldGroup
}

/** Beside the steps to choose from, the field that takes others by their identifiers: what can be wrong stands there. */
export const othersField = (name: string): string => `${name}.others`

/** The codes of a list, to choose from. */
export const optionsOf = (codes: CodeList | Readonly<Record<string, Labels>>): readonly FieldOption[] =>
  Object.entries(codes).map(([value, { fr, en }]) => ({ value, labels: { fr, en } }))
