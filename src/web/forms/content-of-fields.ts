import { present } from '#domain/kernel/present.js'
import type { Labels } from '#domain/kernel/labels.js'
import { readQuantityTyped } from '#domain/steps/declaring/quantity.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { ambiguity, readNumber } from '#src/typed/read-cell.js'
import { programmeCode } from '#src/typed/programme-code.js'
import { datingOf } from '#src/typed/understand-date.js'
import { formWords } from './form-words.js'
import { typedText, typedTexts, type TypedForm } from './typed-form.js'
import { othersField, type FormField } from './form-field.js'

/** Faults by the name of the field at which they are shown; those of no field stand under the empty name. */
export type FaultsByField = Readonly<Record<string, Labels>>

/** What a form tells: the input of a use case, still to be validated by its schema. */
export interface ContentOfForm {
  readonly told: Readonly<Record<string, unknown>>
  readonly faults: FaultsByField
}

/** Reads these fields as they were typed. What a field cannot hold is a fault there; the rest is the schema’s affair. */
export const contentOfFields = (fields: readonly FormField[], typed: TypedForm): ContentOfForm => {
  const told: Told = {}
  const faults: Record<string, Labels> = {}
  for (const field of fields) {
    const read = readField(field, typed)
    if (read === undefined) continue
    if ('fault' in read) faults[field.name] = read.fault
    else for (const [path, value] of Object.entries(read.values)) put(told, path, value)
  }
  return { told, faults }
}

type Told = Record<string, unknown>
type ReadField =
  { readonly values: Readonly<Record<string, unknown>> } | { readonly fault: Labels } | undefined

const readField = ({ name, input, single }: FormField, typed: TypedForm): ReadField => {
  const text = typedText(typed, name)
  switch (input) {
    case 'date':
      return text === undefined ? undefined : readDate(name, text, single === true)
    case 'number': {
      if (text === undefined) return undefined
      const read = readNumber(text)
      return 'problem' in read ? { fault: read.remedy } : { values: { [name]: read.value } }
    }
    case 'choices': {
      const chosen = typedTexts(typed, name).toSorted() // in one order, whatever that of the page
      return chosen.length === 0 ? undefined : { values: { [name]: chosen } }
    }
    case 'steps': {
      const steps = [
        ...typedTexts(typed, name),
        ...(typedText(typed, othersField(name)) ?? '').split(/[\s,;]+/),
      ]
      const named = [...new Set(steps.filter((step) => step !== ''))].toSorted()
      return named.length === 0 ? undefined : { values: { [name]: named } }
    }
    case 'documents':
      return text === undefined ? undefined : readDocuments(name, text)
    case 'programme':
      return text === undefined ? undefined : { values: { [name]: programmeCode(text) } }
    case 'quantity':
      return text === undefined ? undefined : readQuantity(name, text)
    case 'flag':
      return text === undefined ? undefined : { values: { [name]: flags.get(text) ?? text } }
    case 'digits':
      return text === undefined ? undefined : { values: { [name]: text.replace(/\s/g, '') } }
    case 'lines': {
      const lines = (text ?? '').split('\n').map((line) => line.trim())
      const told = lines.filter((line) => line !== '')
      return told.length === 0 ? undefined : { values: { [name]: told } }
    }
    case 'paragraph': // browsers send the ends of lines as CRLF
      return text === undefined ? undefined : { values: { [name]: text.replaceAll('\r\n', '\n') } }
    case 'line':
    case 'choice':
      return text === undefined ? undefined : { values: { [name]: text } }
  }
}

const readDate = (name: string, text: string, single: boolean): ReadField => {
  const read = readTypedDate(text)
  if (!read.understood) return { fault: typedDateRemedies[read.code] }
  if (name === 'when') return { values: datingOf(read) }
  return single && read.date.kind !== 'single'
    ? { fault: formWords.singleDate }
    : { values: { [name]: read.edtf } }
}

const readQuantity = (name: string, text: string): ReadField => {
  const typed = readQuantityTyped(text)
  return typed.read
    ? { values: { [name]: typed.claim } }
    : { fault: ambiguity(typed)?.remedy ?? formWords.quantityUnreadable }
}

const readDocuments = (name: string, text: string): ReadField => {
  const documents = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [title, url, licence] = line.split('|').map((part) => part.trim() || undefined)
      return present({ title, url, licence })
    })
  return documents.every(({ title, url }) => title !== undefined && url !== undefined)
    ? { values: { [name]: documents } }
    : { fault: formWords.documentIncomplete }
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['oui', true],
  ['non', false],
])

/** `cost.min` is the field `min` of the object `cost`. */
const put = (told: Told, path: string, value: unknown): void => {
  const [first = '', second] = path.split('.')
  if (second === undefined) told[first] = value
  else told[first] = { ...(told[first] as Told | undefined), [second]: value }
}
