import { readSettings, type Settings } from '#src/config/settings.js'
import { openTrajectoires, type Trajectoires } from '#src/composition/trajectoires.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf } from './complain.js'
import type { Surroundings } from './surroundings.js'
import type { ExitStatus } from './terminal.js'

/** Reads the settings, or says what is wrong with them. */
export const settingsOrComplaint = ({ environment, terminal }: Surroundings): Settings | undefined => {
  const read = readSettings(environment)
  if (read.valid) return read.settings
  for (const fault of read.faults) terminal.complain(fault)
  return undefined
}

/** Opens everything, does the work, and closes whatever happens. */
export const withTrajectoires = async (
  surroundings: Surroundings,
  work: (app: Trajectoires) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const settings = settingsOrComplaint(surroundings)
  if (settings === undefined) return 2
  const { terminal, clock } = surroundings
  const app = await openTrajectoires({
    dataDirectory: settings.dataDirectory,
    eventLog: settings.eventLog,
    clock,
    warn: (message) => terminal.complain(message),
  })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** The same, once the registry has read the log to its end: what needs to know who came before whom. */
export const withRegistry = (
  surroundings: Surroundings,
  work: (app: Trajectoires) => Promise<ExitStatus>,
): Promise<ExitStatus> =>
  withTrajectoires(surroundings, async (app) =>
    (await app.registry.hasSeen(await app.log.head()))
      ? work(app)
      : complainOf(surroundings.terminal, 'not-seen-yet', outcomeAnswers['not-seen-yet']),
  )
