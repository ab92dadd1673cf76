import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { ActorId } from '#domain/kernel/identifiers.js'
import { collectionOfPath } from '#src/tasks/importing/use-cases/table/collection-of-path.js'
import { importHistory } from '#src/tasks/importing/use-cases/import-history.js'
import { keepReport } from '#src/tasks/importing/use-cases/shelf/keep-imports.js'
import { isComplete, type ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { templateOf } from '#src/tasks/importing/use-cases/table/template.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { inFrench } from '#src/messages/faults.js'
import { sampleHistory } from '#src/sample/sample-history.js'
import { complainOfFaults } from '#src/cli/complain.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

const LOCAL_ACTOR = ActorId.parse('local:import')

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
export const importCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
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
  surroundings: Surroundings,
  given: readonly string[],
  options: z.infer<typeof Input>,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  if (options.template !== undefined) {
    terminal.print(templateOf(options.template).trimEnd())
    return 0
  }
  const paths = options.sample === true ? sampleHistory.files : given
  const [first] = paths
  if (first === undefined) {
    terminal.complain(
      'Aucun fichier : en nommer au moins un, ou --sample pour l’histoire livrée avec le programme.',
    )
    return 2
  }
  const files = readFiles(paths, terminal)
  if (files === undefined) return 2
  const collection =
    options.collection ?? (options.sample === true ? sampleHistory.collection : collectionOfPath(first))
  return withRegistry(surroundings, async (app) => {
    const report = await importFiles(app, files, { ...options, collection }, terminal)
    if (options.json === true) terminal.print(JSON.stringify(report, undefined, 2))
    else for (const line of reportLines(report)) terminal.print(line)
    return isComplete(report) || options.dryRun === true ? 0 : 1
  })
}

/** Imports with a progress bar where a person looks on. */
export const importFiles = async (
  app: Trajectoires,
  files: readonly ImportFile[],
  options: {
    readonly collection: string
    readonly dryRun?: boolean | undefined
    readonly applyCorrections?: boolean | undefined
  },
  terminal: Terminal,
): Promise<ImportReport> => {
  const bar = terminal.interactive
    ? new SingleBar({
        format: '{bar} {value}/{total} lignes · {eta_formatted}',
        hideCursor: true,
        clearOnComplete: true,
      })
    : undefined
  bar?.start(0, 0)
  try {
    const report = await importHistory(
      {
        log: app.log,
        clock: app.reading.clock,
        predecessorsOf: app.reading.predecessorsOf,
        successionsSeen: app.recording.successionsSeen,
        registry: app.reading.registry,
      },
      files,
      {
        ...present({ dryRun: options.dryRun, applyCorrections: options.applyCorrections }),
        collection: options.collection,
        actor: LOCAL_ACTOR,
        onProgress: ({ done, total }) => {
          bar?.setTotal(total)
          bar?.update(done)
        },
      },
    )
    if (!report.dryRun) await keepReport(app.importing, files, report, LOCAL_ACTOR)
    return report
  } finally {
    bar?.stop()
  }
}

/** Undefined when one can't be read; which, and why, was said. */
export const readFiles = (
  paths: readonly string[],
  terminal: Terminal,
): readonly ImportFile[] | undefined => {
  try {
    return paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  } catch (fault) {
    terminal.complain(`Fichier illisible : ${fault instanceof Error ? fault.message : String(fault)}`)
    return undefined
  }
}
