import { runProgram } from '#src/cli/program.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { makeDataDirectory } from './data-directory.js'
import { openEventLog } from './open-event-log.js'
import { openLog } from './open-log.js'
import { tasks, type Entered } from './tasks.js'
import { openTrajectoires } from './trajectoires.js'

/** What the program is run in; the application and the engines come with it. */
export type RunIn = Omit<Surroundings, 'open' | 'openLog' | 'openOwnLog'>

/** Runs one command line, without the program’s own name. */
export const runTrajectoires = (commandLine: readonly string[], runIn: RunIn): Promise<ExitStatus> =>
  runProgram<Entered>(
    commandLine,
    {
      ...runIn,
      open: openTrajectoires,
      openLog: async (address, warn) => openLog(address, warn),
      openOwnLog: async ({ dataDirectory, eventLog }, warn) => {
        makeDataDirectory(dataDirectory)
        return (await openEventLog(eventLog, dataDirectory, warn)).log
      },
    },
    tasks.flatMap((task) => ('commands' in task ? [...task.commands] : [])),
  )
