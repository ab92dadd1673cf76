import { fieldAt, type FieldSort } from '#domain/steps/fact-fields.js'
import type { Terminal } from '#src/cli/terminal.js'
import { dateTyped } from '#src/cli/typed/date-typed.js'

type Fields = Readonly<Record<string, unknown>>

/**
 * Corrections typed as `champ=valeur`, as a merge patch: an empty value makes the field unknown, dates are read as one
 * says them, several steps are separated by commas. What no fact has is passed on as it is, and refused by its schema.
 */
export const changesTyped = (typed: readonly string[], terminal: Terminal): Fields | 'refused' => {
  const changes = new Map<string, unknown>()
  for (const pair of typed) {
    const [field = '', ...rest] = pair.split('=')
    const value = changeTyped(field, rest.join('=').trim(), terminal)
    if (value === 'refused') return value
    changes.set(field, value.read)
  }
  return Object.fromEntries(changes)
}

const dates: ReadonlySet<FieldSort> = new Set(['date', 'single-date', 'window'])

const changeTyped = (
  field: string,
  text: string,
  terminal: Terminal,
): { readonly read: unknown } | 'refused' => {
  if (text === '') return { read: null }
  const sort = fieldAt(field)?.sort
  if (sort !== undefined && dates.has(sort)) {
    const date = dateTyped(`--set ${field}`, text, terminal)
    return date === 'refused' ? date : { read: date?.edtf }
  }
  if (sort === 'steps') return { read: text.split(',').map((step) => step.trim()) }
  if (field === 'source') return { read: { reference: text } }
  return { read: text }
}
