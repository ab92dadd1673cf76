import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { checkModelText } from '#src/tasks/models/use-cases/check-model.js'
import type { ComparedModel } from '#src/tasks/models/use-cases/compare-models.js'
import { modelSchema } from '#src/tasks/models/use-cases/model-schema.js'
import { listModels, showModel } from '#src/tasks/models/use-cases/model-view.js'
import { questionOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import { printCheck, printComparison, printFaults } from './print-model.js'
import type { Models } from '#src/tasks/models/use-cases/models.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

type End = (status: ExitStatus) => void
type Options = Readonly<Record<string, unknown>>

/** `model …`: the models of maturity themselves: which there are, what is wrong with one, who would move. */
export const modelCommand = (surroundings: Surroundings<Models>, end: End): Command => {
  const command = new Command('model').description(
    'les modèles de maturité : lister, vérifier, comparer, publier (models of maturity)',
  )
  for (const add of [list, show, validate, publish, compare, schema])
    command.addCommand(add(surroundings, end))
  return command
}

const list = (surroundings: Surroundings<Models>, end: End): Command =>
  new Command('list')
    .description('tous les modèles, toutes versions')
    .option('--json', 'pour un programme')
    .action(async ({ json }: Options) => {
      const status = await withTrajectoires(surroundings, ({ models }) => {
        const all = listModels(models.shelf())
        if (json === true) surroundings.terminal.print(asJson(all))
        else {
          for (const { id, version, labels, hash, usual, publishedAt } of all) {
            const origin = publishedAt === null ? 'livré' : `publié le ${publishedAt.slice(0, 10)}`
            surroundings.terminal.print(
              `${id}@${version}  ${labels.fr}  (${origin}${usual ? ', par défaut' : ''})  ${hash}`,
            )
          }
        }
        return Promise.resolve(0)
      })
      end(status)
    })

const show = (surroundings: Surroundings<Models>, end: End): Command =>
  new Command('show')
    .description('le document d’un modèle, prêt à modifier')
    .argument('<modèle>', 'premier-modele, premier-modele@1 ou une empreinte')
    .option('--json', 'avec son empreinte et ses avertissements, pour un programme')
    .action(async (reference: string, { json }: Options) => {
      const status = await withTrajectoires(surroundings, ({ models }) => {
        const shelf = models.shelf()
        const view = showModel(shelf, reference)
        if (view === undefined) return Promise.resolve(unknownModel(surroundings.terminal, shelf.references))
        surroundings.terminal.print(asJson(json === true ? view : view.document))
        return Promise.resolve(0)
      })
      end(status)
    })

const validate = ({ terminal }: Surroundings, end: End): Command =>
  new Command('validate')
    .description('dit chaque faute d’un modèle, avec sa ligne et son chemin')
    .argument('<fichier>', 'un modèle en JSON')
    .option('--json', 'pour un programme')
    .action((path: string, { json }: Options) => {
      const text = textOf(path, terminal)
      if (text === undefined) {
        end(2)
        return
      }
      const { check } = checkModelText(text)
      if (json === true) terminal.print(asJson(check))
      else printCheck(check, path, terminal)
      end(check.valid ? 0 : 1)
    })

const publish = (surroundings: Surroundings<Models>, end: End): Command =>
  new Command('publish')
    .description('publie une version d’un modèle, pour toujours')
    .argument('<fichier>', 'un modèle en JSON')
    .option('--dry-run', 'ne publie rien, et dit qui changerait de place')
    .option('--json', 'pour un programme')
    .action(async (path: string, options: Options) => {
      end(await runPublish(surroundings, path, options))
    })

const runPublish = (
  surroundings: Surroundings<Models>,
  path: string,
  { dryRun, json }: Options,
): Promise<ExitStatus> | ExitStatus => {
  const { terminal } = surroundings
  const text = textOf(path, terminal)
  if (text === undefined) return 2
  return withTrajectoires(surroundings, async ({ models }) => {
    const outcome = await models.publish({ text, dryRun: dryRun === true })
    if (outcome.outcome === 'refused') {
      const { refusal } = outcome
      if (json === true) terminal.print(asJson(outcome))
      else if (refusal.code === 'model-invalid') printFaults(refusal.faults, path, terminal)
      return complainOf(terminal, refusal.code, answerToRefusal(refusal), path)
    }
    const { outcome: code } = outcome
    if (code === 'busy' || code === 'disk-full' || code === 'clock-behind') {
      return complainOf(terminal, code, outcomeAnswers[code])
    }
    const effect = outcome.outcome === 'would-publish' ? await models.effectOfPublication(text) : undefined
    if (json === true) {
      terminal.print(asJson(present({ ...outcome, effect })))
      return 0
    }
    terminal.print(`${outcome.check.id ?? ''}@${outcome.check.version ?? ''} : ${said[outcome.outcome]}`)
    terminal.print(`empreinte ${outcome.check.hash ?? ''}`)
    if (effect !== undefined) printComparison(effect, terminal)
    return 0
  })
}

const said = {
  published: 'publié.',
  unchanged: 'déjà publié avec ce contenu.',
  'would-publish': 'pourrait être publié ; rien ne l’a été.',
} as const

const compare = (surroundings: Surroundings<Models>, end: End): Command =>
  new Command('compare')
    .description('dit qui changerait de place d’un modèle à l’autre, et par quelle règle')
    .argument('<de>', 'une référence (premier-modele@1) ou un fichier')
    .argument('[vers]', 'une référence ou un fichier ; sans lui, <de> se compare au modèle par défaut')
    .option('--as-of <jour>', 'ce qui était vrai ce jour-là (2015-11-26)')
    .option('--known-at <moment>', 'ce qui était connu à ce moment (2020-01-01)')
    .option('--known-by <lecture>', 'recorded ou documented')
    .option('--json', 'pour un programme')
    .action(async (one: string, other: string | undefined, options: Options) => {
      end(await runCompare(surroundings, one, other, options))
    })

const Input = TrajectoryQuery.pick({ asOf: true, knownAt: true, knownBy: true }).extend({
  json: z.boolean().optional(),
})

const runCompare = (
  surroundings: Surroundings<Models>,
  one: string,
  other: string | undefined,
  options: Options,
): Promise<ExitStatus> | ExitStatus => {
  const { terminal } = surroundings
  const input = Input.safeParse(options)
  if (!input.success) return complainOfFaults(terminal, input.error.issues)
  const { json, ...asked } = input.data
  return withTrajectoires(surroundings, async ({ models }) => {
    const named = (given: string): ComparedModel | undefined => {
      if (models.shelf().find(given) !== undefined || !/[./\\]/.test(given)) return { reference: given }
      const text = textOf(given, terminal)
      return text === undefined ? undefined : { text }
    }
    const usual = { reference: models.shelf().usual.hash }
    const [from, to] = other === undefined ? [usual, named(one)] : [named(one), named(other)]
    if (from === undefined || to === undefined) return 2
    const outcome = await models.compare({
      from,
      to,
      question: questionOfText(asked),
      signal: surroundings.ending,
    })
    if (outcome.outcome === 'stopped') return 3
    if (outcome.outcome === 'model-unknown') return unknownModel(terminal, outcome.known)
    if (outcome.outcome === 'model-invalid') {
      printFaults(outcome.check.faults, one, terminal)
      return complainOf(terminal, 'model-invalid', outcomeAnswers['model-invalid'])
    }
    if (outcome.outcome === 'not-seen-yet') {
      return complainOf(terminal, outcome.outcome, outcomeAnswers[outcome.outcome])
    }
    if (json === true) terminal.print(asJson(outcome.comparison))
    else printComparison(outcome.comparison, terminal)
    return 0
  })
}

const schema = ({ terminal }: Surroundings, end: End): Command =>
  new Command('schema')
    .description('le format d’un modèle (JSON Schema), pour que l’éditeur complète et vérifie')
    .action(() => {
      terminal.print(asJson(modelSchema()))
      end(0)
    })

const asJson = (value: unknown): string => JSON.stringify(value, undefined, 2)

const unknownModel = (terminal: Terminal, known: readonly string[]): ExitStatus => {
  terminal.complain(`known : ${known.join(', ')}`)
  return complainOf(terminal, 'model-unknown', outcomeAnswers['model-unknown'])
}

const textOf = (path: string, terminal: Terminal): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (fault) {
    terminal.complain(`Fichier illisible : ${fault instanceof Error ? fault.message : String(fault)}`)
    return undefined
  }
}
