import { programmes } from '#domain/programmes/programmes.js'
import type { Fact } from '#domain/steps/fact.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import { imprecise, type EdtfText } from '#domain/time/edtf.js'
import { sentenceOf, windowSentence } from '#domain/time/edtf-sentence.js'
import { asTypedAgain } from '#domain/kernel/number-typed.js'
import { amountName, numberName } from '#domain/kernel/number-name.js'
import type { TypedForm } from './typed-form.js'
import type { FormField } from './form-field.js'
import { checkedWords } from './checked-form-words.js'

/** What is on record as one would type it: what a form to correct it holds at first. Dates in the words of the language. */
export const typedOfContent = (
  fields: readonly FormField[],
  content: object,
  language: Language,
): TypedForm =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const texts = typedInField(field, valueOf(content, field.name), language)
      return texts.length === 0 ? [] : [[field.name, texts]]
    }),
  )

/** A field that has a value, in words. */
export interface ShownField {
  readonly name: string
  readonly labels: Labels
  readonly value: Labels
}

/** What is on record, field by field, in the order of its form. */
export const shownContent = (fields: readonly FormField[], content: object): readonly ShownField[] =>
  fields.flatMap((field) => {
    const value = valueOf(content, field.name)
    if (value === undefined) return []
    return [{ name: field.name, labels: field.labels, value: valueInWords(field, value) }]
  })

/** A field that reads otherwise in two versions; absent is unknown. */
export interface ChangedField {
  readonly name: string
  readonly labels: Labels
  readonly before: Labels
  readonly after: Labels
}

/** What differs between two versions, in words. */
export const changedContent = (
  fields: readonly FormField[],
  before: object,
  after: object,
): readonly ChangedField[] => {
  const [was, is] = [before, after].map(
    (content) => new Map(shownContent(fields, content).map((shown) => [shown.name, shown.value])),
  )
  return fields.flatMap(({ name, labels }) => {
    const [old, now] = [was?.get(name) ?? checkedWords.unknown, is?.get(name) ?? checkedWords.unknown]
    return old.fr === now.fr ? [] : [{ name, labels, before: old, after: now }]
  })
}

/** The value at a field’s path; a window stands under `when`, as its words. */
const valueOf = (content: object, name: string): unknown => {
  const fields = new Map<string, unknown>(Object.entries(content))
  if (name === 'when') {
    const window = fields.get('within')
    return fields.get('occurred') ?? (window === undefined ? undefined : { window })
  }
  const [first = '', second] = name.split('.')
  const held = fields.get(first)
  if (second === undefined) return held
  return typeof held === 'object' && held !== null
    ? new Map<string, unknown>(Object.entries(held)).get(second)
    : undefined
}

const dateInWords = (edtf: EdtfText): Labels => ({
  fr: sentenceOf(imprecise(edtf), 'fr'),
  en: sentenceOf(imprecise(edtf), 'en'),
})
const windowInWords = (edtf: EdtfText): Labels => ({
  fr: windowSentence(imprecise(edtf), 'fr'),
  en: windowSentence(imprecise(edtf), 'en'),
})

const dateOrWindow = (value: unknown): Labels =>
  typeof value === 'object' && value !== null && 'window' in value
    ? windowInWords(value.window as EdtfText) // a fact’s own date, validated when it was written
    : dateInWords(value as EdtfText)

const typedInField = (field: FormField, value: unknown, language: Language): readonly string[] => {
  if (value === undefined) return []
  switch (field.input) {
    case 'date':
      return [dateOrWindow(value)[language]]
    case 'choices':
    case 'steps':
      return value as readonly string[] // a list of codes or of steps, by its declaration
    case 'flag':
      return [value === true ? 'oui' : 'non']
    case 'documents':
      return [documentsOf(value).join('\n')]
    case 'lines':
      return [listOf(value).join('\n')]
    case 'programme':
      return [valueInWords(field, value)[language]]
    case 'quantity':
      return [quantityInWords(textOf(value), typedAgain)[language]]
    case 'number':
      return [typeof value === 'number' ? typedAgain(value)[language] : textOf(value)]
    case 'line':
    case 'paragraph':
    case 'digits':
    case 'choice':
      return [textOf(value)]
  }
}

const valueInWords = (field: FormField, value: unknown): Labels => {
  switch (field.input) {
    case 'date':
      return dateOrWindow(value)
    case 'choice':
    case 'flag':
    case 'choices': {
      const chosen = field.input === 'flag' ? [value === true ? 'oui' : 'non'] : listOf(value)
      return joined(
        chosen.map((code) => field.options?.find((one) => one.value === code)?.labels ?? same(code)),
      )
    }
    case 'documents':
      return same(documentsOf(value).join(' ; '))
    case 'steps':
    case 'lines':
      return same(listOf(value).join(', '))
    case 'programme':
      return programmes.find(({ code }) => code === value)?.labels ?? same(textOf(value))
    case 'quantity':
      return quantityInWords(textOf(value), (number) => numberInWords(field.name, number))
    case 'number':
      return typeof value === 'number' ? numberInWords(field.name, value) : same(textOf(value))
    case 'line':
    case 'paragraph':
    case 'digits':
      return same(textOf(value))
  }
}

const documentsOf = (value: unknown): readonly string[] =>
  (value as NonNullable<Fact['documents']>).map(({ title, url, licence }) =>
    [title, url, ...(licence === undefined ? [] : [licence])].join(' | '),
  )

/** «30~» is «environ 30», and «3..15» «de 3 à 15». */
const quantityInWords = (claim: string, written: (value: number) => Labels): Labels => {
  const about = claim.endsWith('~')
  const [min, max] = (about ? claim.slice(0, -1) : claim).split('..').map((bound) => written(Number(bound)))
  if (min === undefined) return same(claim)
  if (about) return { fr: `environ ${min.fr}`, en: `about ${min.en}` }
  return max === undefined ? min : { fr: `de ${min.fr} à ${max.fr}`, en: `from ${min.en} to ${max.en}` }
}

/** As it stands in a field, from where it is sent back: nothing is grouped, so that it is read as it was. */
const typedAgain = (value: number): Labels => ({ fr: asTypedAgain(value, ','), en: asTypedAgain(value, '.') })

/** «1,5» and «29 000,50»; a year is no amount. */
const numberInWords = (name: string, value: number): Labels => {
  if (/year$/i.test(name)) return same(String(value))
  const written = /^cost\.|amount$/.test(name) ? amountName : numberName
  return { fr: written(value, 'fr'), en: written(value, 'en') }
}

/** Texts stay as they are; numbers are written. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(textOf) : [textOf(value)]

const same = (text: string): Labels => ({ fr: text, en: text })

const joined = (all: readonly Labels[]): Labels => ({
  fr: all.map(({ fr }) => fr).join(', '),
  en: all.map(({ en }) => en).join(', '),
})
