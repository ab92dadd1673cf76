import { once } from 'node:events'
import { Command } from 'commander'
import { z } from 'zod'
import { serviceLogger } from '#src/http/service/service-logger.js'
import type { FastifyInstance } from 'fastify'
import type { Importing } from '#src/tasks/importing/use-cases/importing.js'
import type { Operating } from '#src/tasks/operating/use-cases/operating.js'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { isLoopback, type Settings } from '#src/config/settings.js'
import { localStaff } from '#domain/access/viewer.js'
import { progressBar } from '#src/cli/progress-bar.js'
import { callsToTry } from './calls-to-try.js'
import { rehearsePagesSoon } from './rehearse-pages.js'
import { openWhenPossible } from './open-when-possible.js'
import type { Application, Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { settingsOrComplaint } from '#src/cli/with-trajectoires.js'

type Serving = Importing & Operating

const Input = z.object({ sample: z.boolean().optional() })

/** `serve`: answers over HTTP until the process is asked to end. */
export const serveCommand = (
  surroundings: Surroundings<Serving>,
  end: (status: ExitStatus) => void,
): Command =>
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

const run = async (
  surroundings: Surroundings<Serving>,
  { sample }: z.infer<typeof Input>,
): Promise<ExitStatus> => {
  const settings = settingsOrComplaint(surroundings)
  if (settings === undefined) return 2
  const { terminal, clock, ending, open } = surroundings
  const logger = serviceLogger(settings.logLevel)
  const { dataDirectory, eventLog } = settings
  const setup = { dataDirectory, eventLog, clock, warn: (message: string) => logger.warn(message) }
  const app = await openWhenPossible(() => open(setup), settings, logger, ending)
  if (app === undefined) return 0
  try {
    if (sample === true) await loadSample(app, terminal)
    const server = await app.server(logger, { trustedHosts: settings.trustedHosts })
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
  server: FastifyInstance,
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

const loadSample = async (app: Application<Serving>, terminal: Terminal): Promise<void> => {
  const bar = progressBar(terminal, 'lignes')
  const { importing } = app.as(localStaff('import'))
  const report = await importing.sample({ onProgress: bar.show }).finally(bar.stop)
  for (const line of reportLines(report)) terminal.print(line)
  await app.caughtUp()
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
