import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { collectionOfPath } from '#src/tasks/importing/use-cases/table/collection-of-path.js'
import { isComplete } from '#src/tasks/importing/use-cases/report/import-report.js'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { templateOf } from '#src/tasks/importing/use-cases/table/template.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'
import { localStaff } from '#domain/access/viewer.js'
import type { Importing } from '#src/tasks/importing/use-cases/importing.js'
import { inFrench } from '#src/messages/faults.js'
import { progressBar } from '#src/cli/progress-bar.js'
import { complainOfFaults } from '#src/cli/complain.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

const Input = z.object({
  sample: z.boolean().optional(),
  collection: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lettres minuscules, chiffres et tirets')
    .optional(),
  dryRun: z.boolean().optional(),
  applyCorrections: z.boolean().optional(),
  template: z.enum(['organisations', 'steps']).optional(),
  json: z.boolean().optional(),
})

/** `import <fichiers…>`: histories as CSV files. The same files again add nothing. */
export const importCommand = (
  surroundings: Surroundings<Importing>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('import')
    .description('enregistre des fichiers CSV d’organisations et d’étapes (record CSV files)')
    .argument(
      '[fichiers...]',
      'organisations.csv, steps.csv : virgules ou points-virgules, UTF-8 ou Windows-1252',
    )
    .option('--sample', 'l’histoire réelle livrée avec le programme')
    .option(
      '--collection <nom>',
      'l’identité d’une ligne est la collection et son identifiant ; le nom du dossier par défaut',
    )
    .option('--dry-run', 'dit ce qui serait enregistré, et n’enregistre rien')
    .option(
      '--apply-corrections',
      'corrige ce qui est enregistré là où une ligne a changé ; sinon les corrections sont proposées',
    )
    .option('--template <table>', 'écrit le modèle à remplir : organisations ou steps')
    .option('--json', 'le rapport entier, pour un programme')
    .action(async (paths: string[], options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await run(surroundings, paths, input.data)
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const run = async (
  surroundings: Surroundings<Importing>,
  given: readonly string[],
  options: z.infer<typeof Input>,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  if (options.template !== undefined) {
    terminal.print(templateOf(options.template).trimEnd())
    return 0
  }
  if (options.sample !== true && given.length === 0) {
    terminal.complain(
      'Aucun fichier : en nommer au moins un, ou --sample pour l’histoire livrée avec le programme.',
    )
    return 2
  }
  const files = options.sample === true ? [] : readFiles(given, terminal)
  if (files === undefined) return 2
  const record = async ({ importing }: Importing): Promise<ExitStatus> => {
    const bar = progressBar(terminal, 'lignes')
    const asked = {
      ...present({ dryRun: options.dryRun, applyCorrections: options.applyCorrections }),
      onProgress: bar.show,
    }
    const collection = options.collection ?? collectionOfPath(given[0] ?? '')
    const report = await (
      options.sample === true
        ? importing.sample(present({ ...asked, collection: options.collection }))
        : importing.atOnce(files, { ...asked, collection })
    ).finally(bar.stop)
    if (options.json === true) terminal.print(JSON.stringify(report, undefined, 2))
    else for (const line of reportLines(report)) terminal.print(line)
    return isComplete(report) || options.dryRun === true ? 0 : 1
  }
  return withRegistry(surroundings, record, localStaff('import'))
}

/** Undefined when one can't be read; which, and why, was said. */
const readFiles = (paths: readonly string[], terminal: Terminal): readonly ImportFile[] | undefined => {
  try {
    return paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  } catch (fault) {
    terminal.complain(`Fichier illisible : ${fault instanceof Error ? fault.message : String(fault)}`)
    return undefined
  }
}
