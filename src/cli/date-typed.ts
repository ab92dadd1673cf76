import { readTypedDate, type TypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { sentenceOf } from '#domain/time/edtf-sentence.js'
import type { Terminal } from './terminal.js'

type Understood = Extract<TypedDate, { readonly understood: true }>

/** A date as it was typed, and said back as it was understood; what was not understood is complained of. */
export const dateTyped = (
  option: string,
  text: string | undefined,
  terminal: Terminal,
): Understood | 'refused' | undefined => {
  if (text === undefined) return undefined
  const read = readTypedDate(text)
  if (!read.understood) {
    terminal.complain(`${option} « ${text} » : ${typedDateRemedies[read.code].fr}`)
    return 'refused'
  }
  terminal.complain(`${option} « ${text} » : compris comme ${sentenceOf(read.date, 'fr')} (${read.edtf}).`)
  return read
}

/** The field of a fact that a date belongs in: when it was, or the window in which it lies. */
export const datingOf = (when: Understood | undefined): Readonly<Record<string, string>> => {
  if (when === undefined) return {}
  return when.kind === 'window' ? { within: when.edtf } : { occurred: when.edtf }
}
