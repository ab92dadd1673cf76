import { readSettings, type Settings } from '#src/config/settings.js'
import { openTrajectoires, type Trajectoires } from '#src/composition/trajectoires.js'
import type { Surroundings } from './program.js'
import type { ExitStatus } from './terminal.js'

/** Reads the settings, or says what is wrong with them. */
export const settingsOrComplaint = ({ environment, terminal }: Surroundings): Settings | undefined => {
  const read = readSettings(environment)
  if (read.valid) return read.settings
  for (const fault of read.faults) terminal.complain(fault)
  return undefined
}

/** Opens everything, waits until it has read the log to its end, does the work, and closes whatever happens. */
export const withTrajectoires = async (
  surroundings: Surroundings,
  work: (app: Trajectoires) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const settings = settingsOrComplaint(surroundings)
  if (settings === undefined) return 2
  const { terminal, clock } = surroundings
  const app = await openTrajectoires({
    dataDirectory: settings.dataDirectory,
    clock,
    warn: (message) => terminal.complain(message),
  })
  try {
    await app.registry.hasSeen(await app.log.head())
    return await work(app)
  } finally {
    await app.close()
  }
}
