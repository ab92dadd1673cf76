import { own } from '#domain/kernel/own.js'
import type { z } from 'zod'
import { faultsOf } from '#src/messages/faults.js'
import type { Answer } from '#src/messages/message.js'
import type { ExitStatus, Terminal } from './terminal.js'
import { typedRemedies } from './typed-remedies.js'

/** Says every fault of what was typed, each with its place; one without a place is of the command’s argument. */
export const complainOfFaults = (
  terminal: Terminal,
  issues: readonly z.core.$ZodIssue[],
  argument = '<organisation>',
): ExitStatus => {
  for (const { path, message } of faultsOf(issues)) {
    terminal.complain(`${path === '' ? argument : typedAs(path)} : ${message}`)
  }
  return 2
}

/** Fields that options of another name give. */
const options: Readonly<Record<string, string>> = {
  occurred: '--when',
  within: '--when',
  stepId: '--step',
  attributes: '--attribute',
}

/** Where a person typed what a field holds: `statedOn` is `--stated-on`, `attributes.team` is `--attribute team`. */
const typedAs = (path: string): string => {
  const [field = '', ...rest] = path.split('.')
  const option = own(options, field) ?? `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  return [option, ...rest].join(' ')
}

/** Says why not, in French and in English, with the stable code; `subject` is whom it is about. */
export const complainOf = (
  terminal: Terminal,
  code: string,
  answer: Answer,
  subject?: string,
): ExitStatus => {
  const { fr, en, exit } = { ...answer, ...typedRemedies[code] }
  terminal.complain(`${subject === undefined ? '' : `${subject} : `}${fr} [${code}]`)
  terminal.complain(`(${en})`)
  return exit
}
