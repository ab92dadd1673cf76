import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTrajectoires } from '#src/composition/run-trajectoires.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { NOW } from './open-application.js'

export interface Ran {
  readonly status: ExitStatus
  /** The answer, line by line. */
  readonly printed: readonly string[]
  /** What went wrong, and progress. */
  readonly complained: readonly string[]
  readonly text: string
  readonly complaints: string
}

export interface CommandLine {
  readonly dataDirectory: string
  /** Runs one command on that folder; `environment` on top of its own. */
  run(commandLine: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ran>
  close(): void
}

/** The command line in this process, on a folder of its own, under a clock that stands still. */
export const openCommandLine = (): CommandLine => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'trajectoires-'))
  return {
    dataDirectory,
    run: async (commandLine, environment = {}) => {
      const [printed, complained]: [string[], string[]] = [[], []]
      const status = await runTrajectoires(commandLine, {
        terminal: {
          print: (line) => void printed.push(line),
          complain: (line) => void complained.push(line),
          interactive: false,
        },
        environment: { DATA_DIR: dataDirectory, LOG_LEVEL: 'silent', ...environment },
        clock: () => NOW,
        ending: new AbortController().signal,
      })
      return { status, printed, complained, text: printed.join('\n'), complaints: complained.join('\n') }
    },
    close: () => rmSync(dataDirectory, { recursive: true, force: true }),
  }
}
