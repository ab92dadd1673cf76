import { readTypedDate, type TypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { sentenceOfTyped } from '#src/typed/understand-date.js'
import type { Terminal } from '#src/cli/terminal.js'

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
  terminal.complain(`${option} « ${text} » : compris comme ${sentenceOfTyped(read).fr} (${read.edtf}).`)
  return read
}
