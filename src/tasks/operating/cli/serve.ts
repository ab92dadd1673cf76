import { once } from 'node:events'
import { Command } from 'commander'
import { z } from 'zod'
import { buildServer } from '#src/http/server.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { isLoopback, type Settings } from '#src/config/settings.js'
import { sampleHistory } from '#src/sample/sample-history.js'
import { importFiles, readFiles } from '#src/tasks/importing/cli/import.js'
import { callsToTry } from './calls-to-try.js'
import { rehearsePagesSoon } from './rehearse-pages.js'
import { openWhenPossible } from './open-when-possible.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { settingsOrComplaint } from '#src/cli/with-trajectoires.js'

const Input = z.object({ sample: z.boolean().optional() })

/** `serve`: answers over HTTP until the process is asked to end. */
export const serveCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('serve')
    .description('répond par HTTP, sur cette machine seulement (serve over HTTP, on this machine only)')
    .option(
      '--sample',
      'enregistre d’abord l’histoire réelle livrée avec le programme ; une seconde fois n’ajoute rien',
    )
    .addHelpText(
      'after',
      '\nVariables : HOST (127.0.0.1), TRUSTED_HOSTS (aucun), PORT (2727), DATA_DIR (data), EVENT_LOG (sqlite), LOG_LEVEL (info).',
    )
    .action(async (options: unknown) => {
      end(await run(surroundings, Input.parse(options)))
    })

const run = async (surroundings: Surroundings, { sample }: z.infer<typeof Input>): Promise<ExitStatus> => {
  const settings = settingsOrComplaint(surroundings)
  if (settings === undefined) return 2
  const { terminal, clock, ending } = surroundings
  const logger = serviceLogger(settings.logLevel)
  const { dataDirectory, eventLog } = settings
  const setup = { dataDirectory, eventLog, clock, warn: (message: string) => logger.warn(message) }
  const app = await openWhenPossible(setup, settings, logger, ending)
  if (app === undefined) return 0
  try {
    if (sample === true && !(await loadSample(app, terminal))) return 2
    const server = await buildServer(app, logger, { trustedHosts: settings.trustedHosts })
    try {
      const address = await listen(server, settings, terminal)
      if (address === undefined) return 3
      welcome(address, settings, terminal)
      const rehearsed = rehearsePagesSoon(app, ending).catch((fault: unknown) => {
        logger.warn({ err: fault }, 'the pages could not be rehearsed: their first answers may be slow')
      })
      if (!ending.aborted) await once(ending, 'abort')
      await rehearsed
      return 0
    } finally {
      await server.close()
    }
  } finally {
    await app.close()
  }
}

/** The address; undefined when the port is another program’s, which was said. */
const listen = async (
  server: Awaited<ReturnType<typeof buildServer>>,
  { host, port }: Settings,
  terminal: Terminal,
): Promise<string | undefined> => {
  try {
    return await server.listen({ host, port })
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) throw fault
    terminal.complain(
      `Le port ${port} est déjà pris. En choisir un autre : PORT=${port + 1}, ou PORT=0 pour n’importe lequel.`,
    )
    terminal.complain(`(Port ${port} is taken. Choose another one.)`)
    return undefined
  }
}

const loadSample = async (app: Trajectoires, terminal: Terminal): Promise<boolean> => {
  const files = readFiles(sampleHistory.files, terminal)
  if (files === undefined) return false
  const report = await importFiles(app, files, { collection: sampleHistory.collection }, terminal)
  for (const line of reportLines(report)) terminal.print(line)
  await app.registry.hasSeen(await app.log.head())
  return true
}

const welcome = (address: string, { host, trustedHosts }: Settings, terminal: Terminal): void => {
  terminal.print('')
  terminal.print(`Trajectoires répond sur ${address} — l’ouvrir dans un navigateur (open it in a browser).`)
  terminal.print(
    isLoopback(host)
      ? 'Sans gestion d’identité, il n’écoute que sur cette machine (loopback only until identity exists).'
      : `Sans gestion d’identité, quiconque atteint cette adresse lit et écrit tout. Noms admis : ${trustedHosts.join(', ')}. (Whoever reaches it reads and writes everything.)`,
  )
  terminal.print('Trois appels à essayer (three calls to try):')
  for (const { path, fr } of callsToTry) {
    terminal.print(`  ${fr} :`)
    terminal.print(`    curl '${address}${path}'`)
  }
  terminal.print('Ctrl+C pour arrêter (to stop).')
}
