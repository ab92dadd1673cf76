import { Command, CommanderError } from 'commander'
import type { Clock } from '#domain/ports/clock.js'
import { changesCommand } from './changes.js'
import { confirmCommand } from './confirm.js'
import { correctCommand } from './correct.js'
import { eventsCommand } from './events.js'
import { explainCommand } from './explain.js'
import { importCommand } from './import.js'
import { modelCommand } from './model.js'
import { nextStepsCommand } from './next-steps.js'
import { obstaclesCommand } from './obstacles.js'
import { linkCommand } from './link.js'
import { rebuildCommand } from './rebuild.js'
import { recordCommand } from './record.js'
import { retractCommand } from './retract.js'
import { serveCommand } from './serve.js'
import { stepCommand } from './step.js'
import { successionCommand } from './succession.js'
import type { ExitStatus, Terminal } from './terminal.js'
import { trajectoryCommand } from './trajectory.js'
import { whatIfCommand } from './what-if.js'

/** What every command runs in; tests bring their own. */
export interface Surroundings {
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  /** Aborted when the process is asked to end. */
  readonly ending: AbortSignal
}

/** The headings of a help page, as the library writes them. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes (commands) :',
}

/** Runs one command line, without the program’s own name. */
export const runProgram = async (
  commandLine: readonly string[],
  surroundings: Surroundings,
): Promise<ExitStatus> => {
  let status: ExitStatus = 0
  const end = (reached: ExitStatus): void => {
    status = reached
  }
  const { terminal } = surroundings
  const program = new Command('trajectoires')
    .description('Où en est chaque administration sur le chemin de l’innovation, depuis quand et pourquoi')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
    })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', 'affiche cette aide (help)')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande (help)')
    .showHelpAfterError('(--help affiche ce qui est possible)')
  for (const add of [
    serveCommand,
    importCommand,
    recordCommand,
    trajectoryCommand,
    explainCommand,
    eventsCommand,
    rebuildCommand,
    modelCommand,
    nextStepsCommand,
    whatIfCommand,
    obstaclesCommand,
    stepCommand,
    correctCommand,
    retractCommand,
    confirmCommand,
    linkCommand,
    changesCommand,
    successionCommand,
  ]) {
    program.addCommand(inheriting(add(surroundings, end), program))
  }
  try {
    await program.parseAsync(commandLine, { from: 'user' })
    return status
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
    terminal.complain(thrown instanceof Error ? thrown.message : String(thrown))
    return 3
  }
}

/** A command, and those below it, with the settings of the one above. */
const inheriting = (command: Command, above: Command): Command => {
  command.copyInheritedSettings(above).exitOverride()
  for (const below of command.commands) inheriting(below, command)
  return command
}
