import Table from 'cli-table3'
import { Command } from 'commander'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import type { ImportSummary } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf } from '#src/cli/complain.js'
import type { Importing } from '#src/tasks/importing/use-cases/importing.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

interface Flags {
  readonly json?: true
}

/** `imports [id]`: the imports whose reports are kept, or the report of one. */
export const importsCommand = (
  surroundings: Surroundings<Importing>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('imports')
    .description('liste les imports gardés, ou montre le rapport de l’un (imports that are kept)')
    .argument('[id]', 'l’identifiant d’un import ; tous par défaut')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (id: string | undefined, flags: Flags) => {
      const { terminal } = surroundings
      end(
        await withTrajectoires(surroundings, (inside) =>
          id === undefined ? printAll(inside, terminal, flags) : printOne(inside, terminal, id, flags),
        ),
      )
    })

const printAll = async (
  { importing }: Importing,
  terminal: Terminal,
  { json }: Flags,
): Promise<ExitStatus> => {
  const imports = await importing.list()
  if (json === true) terminal.print(JSON.stringify(imports, undefined, 2))
  else if (imports.length === 0) terminal.print('Aucun import n’est gardé.')
  else terminal.print(tableOf(imports))
  return 0
}

const tableOf = (imports: readonly ImportSummary[]): string => {
  const table = new Table({
    head: ['identifiant', 'quand', 'état', 'collection', 'fichiers', 'lignes', 'faits'],
    style: { head: [], border: [] },
  })
  for (const { id, state, collection, files, counts, tried, committed } of imports) {
    table.push([
      id,
      (committed ?? tried).at,
      state === 'committed' ? 'enregistré' : 'essayé',
      collection,
      files.map(({ name }) => name).join(', '),
      counts.organisations.rows + counts.steps.rows,
      counts.events,
    ])
  }
  return table.toString()
}

const printOne = async (
  { importing }: Importing,
  terminal: Terminal,
  id: string,
  { json }: Flags,
): Promise<ExitStatus> => {
  const kept = await importing.find(id)
  if (kept === undefined) return complainOf(terminal, 'import-unknown', outcomeAnswers['import-unknown'], id)
  if (json === true) terminal.print(JSON.stringify(kept, undefined, 2))
  else for (const line of reportLines(kept.report)) terminal.print(line)
  return 0
}
