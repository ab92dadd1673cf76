import { Command, CommanderError } from 'commander'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { remedyOf } from '#domain/ports/log-condition.js'
import { callBacksCommand } from '#src/tasks/calling-back/cli/call-backs.js'
import { changesCommand } from '#src/tasks/telling/cli/changes.js'
import { confirmCommand } from '#src/tasks/amending/cli/confirm.js'
import { copyCommand } from '#src/tasks/operating/cli/copy.js'
import { correctCommand } from '#src/tasks/amending/cli/correct.js'
import { SetupFault } from '#src/composition/setup-fault.js'
import { eventsCommand } from '#src/tasks/operating/cli/events.js'
import { explainCommand } from '#src/tasks/telling/cli/explain.js'
import { importCommand } from '#src/tasks/importing/cli/import.js'
import { importsCommand } from '#src/tasks/importing/cli/imports.js'
import { membersCommand } from '#src/tasks/members/cli/members.js'
import { modelCommand } from '#src/tasks/models/cli/model.js'
import { nextStepsCommand } from '#src/tasks/telling/cli/next-steps.js'
import { obstaclesCommand } from '#src/tasks/obstacles/cli/obstacles.js'
import { linkCommand } from '#src/tasks/amending/cli/link.js'
import { organisationsCommand } from '#src/tasks/finding/cli/organisations.js'
import { programmesCommand } from '#src/tasks/programmes/cli/programmes.js'
import { rebuildCommand } from '#src/tasks/operating/cli/rebuild.js'
import { recordCommand } from '#src/tasks/recording/cli/record.js'
import { retractCommand } from '#src/tasks/amending/cli/retract.js'
import { serveCommand } from '#src/tasks/operating/cli/serve.js'
import { stepCommand } from '#src/tasks/amending/cli/step.js'
import { successionCommand } from '#src/tasks/registering/cli/succession.js'
import type { Surroundings } from './surroundings.js'
import type { ExitStatus, Terminal } from './terminal.js'
import { trajectoryCommand } from '#src/tasks/telling/cli/trajectory.js'
import { whatIfCommand } from '#src/tasks/telling/cli/what-if.js'

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
    .addHelpText('after', exitStatuses)
  for (const add of [
    serveCommand,
    importCommand,
    importsCommand,
    recordCommand,
    trajectoryCommand,
    explainCommand,
    eventsCommand,
    rebuildCommand,
    modelCommand,
    nextStepsCommand,
    whatIfCommand,
    obstaclesCommand,
    callBacksCommand,
    membersCommand,
    programmesCommand,
    stepCommand,
    correctCommand,
    retractCommand,
    confirmCommand,
    linkCommand,
    changesCommand,
    successionCommand,
    organisationsCommand,
    copyCommand,
  ]) {
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
