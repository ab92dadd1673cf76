import type { z } from 'zod'
import type { ExitStatus, Terminal } from './terminal.js'

/** Says every fault of what was typed, each with its place. */
export const complainOfFaults = (terminal: Terminal, issues: readonly z.core.$ZodIssue[]): ExitStatus => {
  for (const { path, message } of issues)
    terminal.complain(path.length === 0 ? message : `${path.join('.')} : ${message}`)
  return 2
}
