import type { Surroundings } from './surroundings.js'
import type { ExitStatus } from './terminal.js'
import { settingsOrComplaint } from './with-trajectoires.js'

type OwnLog = Awaited<ReturnType<Surroundings['openOwnLog']>>

/** Opens the log that the settings name, and nothing else, does the work, and closes it whatever happens. */
export const withOwnLog = async (
  surroundings: Surroundings,
  work: (log: OwnLog) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const settings = settingsOrComplaint(surroundings)
  if (settings === undefined) return 2
  const { terminal, openOwnLog } = surroundings
  const log = await openOwnLog(settings, (message) => terminal.complain(message))
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}
