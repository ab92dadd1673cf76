import { localStaff } from '#domain/access/viewer.js'
import { readSettings, type Settings } from '#src/config/settings.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf } from './complain.js'
import type { Application, Surroundings } from './surroundings.js'
import type { ExitStatus, Terminal } from './terminal.js'

/** Reads the settings, or says what is wrong with them. */
export const settingsOrComplaint = ({
  environment,
  terminal,
}: Pick<Surroundings, 'environment' | 'terminal'>): Settings | undefined => {
  const read = readSettings(environment)
  if (read.valid) return read.settings
  for (const fault of read.faults) terminal.complain(fault)
  return undefined
}

/** Whoever reaches this machine’s files writes from the command line as this. */
const whoever = localStaff('command-line')

/** Opens everything, enters it, does the work, and closes whatever happens. */
export const withTrajectoires = <UseCases>(
  surroundings: Surroundings<UseCases>,
  work: (inside: UseCases) => Promise<ExitStatus>,
  viewer = whoever,
): Promise<ExitStatus> => withApplication(surroundings, (application) => work(application.as(viewer)))

/** The same, once the read models have read the log to its end: what needs to know who came before whom. */
export const withRegistry = <UseCases>(
  surroundings: Surroundings<UseCases>,
  work: (inside: UseCases) => Promise<ExitStatus>,
  viewer = whoever,
): Promise<ExitStatus> =>
  withApplication(surroundings, async (application) =>
    (await application.caughtUp())
      ? work(application.as(viewer))
      : complainOf(surroundings.terminal, 'not-seen-yet', outcomeAnswers['not-seen-yet']),
  )

const withApplication = async <UseCases>(
  surroundings: Surroundings<UseCases>,
  work: (application: Application<UseCases>) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const settings = settingsOrComplaint(surroundings)
  if (settings === undefined) return 2
  const { terminal, clock, open } = surroundings
  const { dataDirectory, eventLog } = settings
  const application = await open({ dataDirectory, eventLog, clock, warn: lineOf(terminal) })
  try {
    return await work(application)
  } finally {
    await application.close()
  }
}

const lineOf =
  (terminal: Terminal) =>
  (message: string): void =>
    terminal.complain(message)
