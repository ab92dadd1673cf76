import type { z } from 'zod'
import { faultsOf } from '#src/messages/faults.js'
import type { Answer } from '#src/messages/message.js'
import type { ExitStatus, Terminal } from './terminal.js'

/** Says every fault of what was typed, each with its place. */
export const complainOfFaults = (terminal: Terminal, issues: readonly z.core.$ZodIssue[]): ExitStatus => {
  for (const { path, message } of faultsOf(issues)) {
    terminal.complain(path === '' ? message : `${path} : ${message}`)
  }
  return 2
}

/** Says why not, in French and in English, with the stable code; `subject` is whom it is about. */
export const complainOf = (
  terminal: Terminal,
  code: string,
  { fr, en, exit }: Answer,
  subject?: string,
): ExitStatus => {
  terminal.complain(`${subject === undefined ? '' : `${subject} : `}${fr} [${code}]`)
  terminal.complain(`(${en})`)
  return exit
}
