import { Command, CommanderError } from 'commander'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { remedyOf } from '#domain/ports/log-condition.js'
import { SetupFault } from '#src/config/setup-fault.js'
import type { Surroundings } from './surroundings.js'
import { plainTerminal, type ExitStatus, type Terminal } from './terminal.js'

/** One command of the program; `end` is told how it went. */
export type AddCommand<UseCases> = (
  surroundings: Surroundings<UseCases>,
  end: (status: ExitStatus) => void,
) => Command

/** The headings of a help page, as the library writes them. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes (commands) :',
}

const exitStatuses = `
Codes de sortie (exit statuses) :
  0  fait (done)
  1  refusé, ou fait en partie seulement (refused, or done in part)
  2  mal demandé : options, réglages, identifiants (wrong use or input)
  3  pas maintenant : redemander (not now, try again)`

/** Runs one command line, without the program’s own name. */
export const runProgram = async <UseCases>(
  commandLine: readonly string[],
  given: Surroundings<UseCases>,
  commands: readonly AddCommand<UseCases>[],
): Promise<ExitStatus> => {
  const surroundings = { ...given, terminal: plainTerminal(given.terminal) }
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
    .addHelpText('after', exitStatuses)
  for (const add of commands) {
    program.addCommand(inheriting(add(surroundings, end), program))
  }
  try {
    await program.parseAsync(commandLine, { from: 'user' })
    return status
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
    terminal.complain(thrown instanceof Error ? thrown.message : String(thrown))
    if (thrown instanceof EventLogFault) complainOfRemedy(thrown, terminal)
    return thrown instanceof SetupFault ? 2 : 3
  }
}

/** What whoever runs the log can do about it. */
const complainOfRemedy = (fault: EventLogFault, terminal: Terminal): void => {
  const { fr, en } = remedyOf(fault)
  terminal.complain(`${fr} [${fault.code}]`)
  terminal.complain(`(${en})`)
}

/** A command, and those below it, with the settings of the one above. */
const inheriting = (command: Command, above: Command): Command => {
  command.copyInheritedSettings(above).exitOverride()
  for (const below of command.commands) inheriting(below, command)
  return command
}
