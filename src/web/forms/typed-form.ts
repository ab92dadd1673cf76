import type { Labels } from '#domain/kernel/labels.js'
import { CSRF_FIELD } from '#src/web/security.js'

/** What a form held when it was sent: every field as a list, since checkboxes repeat. */
export type TypedForm = Readonly<Record<string, readonly string[]>>

/** What is wrong with a field, in French and with what to do, by the field's name. */
export type FieldFaults = Readonly<Record<string, string>>

/** A form as it is shown: what was typed stays, and each fault stands at its field. */
export interface FormState {
  readonly typed: TypedForm
  readonly faults: FieldFaults
  /** What no field can set right. */
  readonly advice?: Labels
  /** What it held is asked for, and not kept any more. */
  readonly gone?: boolean
}

export const EMPTY_FORM: FormState = { typed: {}, faults: {} }

/** Reads the body or the query of a request as a form; its token is left out, and everything that is no text. */
export const typedFormOf = (sent: unknown): TypedForm =>
  Object.fromEntries(
    Object.entries((sent ?? {}) as Readonly<Record<string, unknown>>) // what a form was parsed to
      .filter(([name]) => name !== CSRF_FIELD)
      .map(([name, value]) => [
        name,
        (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string'),
      ]),
  )

/** What one field holds, without blanks at its ends; `undefined` when nothing was typed. */
export const typedText = (typed: TypedForm, name: string): string | undefined => {
  const text = typed[name]?.[0]?.trim()
  return text === '' ? undefined : text
}

/** What a field that repeats holds, without what was left empty. */
export const typedTexts = (typed: TypedForm, name: string): readonly string[] =>
  (typed[name] ?? []).map((text) => text.trim()).filter((text) => text !== '')
