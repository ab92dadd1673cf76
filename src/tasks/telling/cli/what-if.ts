import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { WhatIfView } from '#projections/asked/what-if/what-if.js'
import { ImaginedSteps } from '#src/tasks/telling/use-cases/answer-what-if.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import { usualStage } from '#src/typed/usual-stage.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { attributesTyped } from '#src/typed/attributes-typed.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import { json, model, organisationAsked } from '#src/cli/typed/question-options.js'
import { dateTyped } from '#src/cli/typed/date-typed.js'
import { withDaysTyped } from '#src/cli/typed/days-typed.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { repeated } from '#src/cli/typed/repeated.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'
import { complainOfNoAnswer, printJson } from './ask-of-organisation.js'

const Input = TrajectoryQuery.pick({ asOf: true, model: true }).extend({
  kind: z.string().optional(),
  stage: z.string().optional(),
  step: z.string().optional(),
  role: z.string().default('lead'),
  when: z.string().optional(),
  attribute: z.array(z.string()).default([]),
  steps: z.string().optional(),
  json: z.boolean().optional(),
})
type Input = z.infer<typeof Input>

/** `what-if <organisation>`: where it would stand after one imagined step, or after those of a file. */
export const whatIfCommand = (
  surroundings: Surroundings<Telling>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('what-if')
    .description('dit où elle en serait après des étapes imaginées, sans rien enregistrer (what if)')
    .addArgument(organisationAsked)
    .option('--kind <type>', 'le type d’étape : seminar, residency, transfo, lab…')
    .option('--stage <moment>', 'started, completed, begun… ; le premier du type par défaut')
    .option('--step <étape>', 'l’étape à laquelle il se rattache ; une nouvelle par défaut')
    .option('--role <rôle>', 'lead par défaut')
    .option('--when <date>', 'comme on la dit ; elle peut être à venir')
    .option('--attribute <nom=valeur>', 'un attribut du type ; à répéter', repeated)
    .option('--steps <fichier>', 'plutôt que ces options : une liste JSON d’étapes, comme pour HTTP')
    .option('--as-of <jour>', 'le jour dont il s’agit ; le dernier des étapes s’il est plus tard')
    .addOption(model)
    .addOption(json)
    .action(async (organisation: string, options: unknown) => {
      const id = OrganisationId.safeParse(organisation, inFrench)
      const input = Input.safeParse(withDaysTyped(options), inFrench)
      end(
        id.success && input.success
          ? await run(surroundings, id.data, input.data)
          : complainOfFaults(surroundings.terminal, [
              ...(id.error?.issues ?? []),
              ...(input.error?.issues ?? []),
            ]),
      )
    })

const run = async (
  surroundings: Surroundings<Telling>,
  id: OrganisationId,
  input: Input,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const imagined = input.steps === undefined ? stepTyped(input, terminal) : await stepsInFile(input.steps)
  if (imagined === 'refused') return 2
  const steps = ImaginedSteps.safeParse(imagined, inFrench)
  if (!steps.success) return complainOfFaults(terminal, steps.error.issues)
  return withRegistry(surroundings, async ({ telling }) => {
    const { asOf, model, json } = input
    const answer = await telling.whatIf(id, steps.data, askedOfText({ asOf, model }))
    if (answer.outcome === 'refused') {
      return complainOf(terminal, answer.refusal.code, answerToRefusal(answer.refusal), id)
    }
    if (answer.outcome === 'step-needed') {
      return complainOf(terminal, answer.outcome, outcomeAnswers[answer.outcome], id)
    }
    if (answer.outcome !== 'answered') return complainOfNoAnswer(terminal, answer, id)
    if (json === true) printJson(terminal, answer.view)
    else printWhatIf(answer.view, terminal)
    return 0
  })
}

const stepTyped = (input: Input, terminal: Terminal): unknown => {
  const when = dateTyped('--when', input.when, terminal)
  if (when === 'refused') return 'refused'
  const { kind = '', stage, step, role, attribute } = input
  return [
    present({
      kind,
      stage: stage ?? usualStage(kind),
      stepId: step,
      role,
      ...(when === undefined ? {} : when.kind === 'window' ? { within: when.edtf } : { occurred: when.edtf }),
      attributes: attributesTyped(kind, attribute),
    }),
  ]
}

/** What is no JSON, or no such file, is said by the program as any fault of what it runs in. */
const stepsInFile = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(path, 'utf8')) as unknown

const printWhatIf = ({ on, effect }: WhatIfView, terminal: Terminal): void => {
  terminal.print(`Au ${on}, sans rien enregistrer :`)
  terminal.print(`Avant : ${effect.before.sentence.fr}`)
  terminal.print(`Après : ${effect.after.sentence.fr}`)
  for (const { before, after } of effect.moved) {
    terminal.print(`  ${before.dimension.labels.fr} : ${before.sentence.fr} → ${after.sentence.fr}`)
  }
}
