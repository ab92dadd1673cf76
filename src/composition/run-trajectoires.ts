import { runProgram } from '#src/cli/program.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { openLog } from './open-log.js'
import { tasks, type Entered } from './tasks.js'
import { openTrajectoires } from './trajectoires.js'

/** What the program is run in; the application and the engines come with it. */
export type RunIn = Omit<Surroundings, 'open' | 'openLog'>

/** Runs one command line, without the program’s own name. */
export const runTrajectoires = (commandLine: readonly string[], runIn: RunIn): Promise<ExitStatus> =>
  runProgram<Entered>(
    commandLine,
    { ...runIn, open: openTrajectoires, openLog: async (address, warn) => openLog(address, warn) },
    tasks.flatMap((task) => ('commands' in task ? [...task.commands] : [])),
  )
