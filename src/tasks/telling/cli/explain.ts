import { Command } from 'commander'
import { z } from 'zod'
import { explanationLines } from '#projections/asked/explanation/explanation-lines.js'
import type { ExplanationOutcome } from '#src/tasks/telling/use-cases/answer-explanation.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { asOf, json, knownAt, knownBy, model, organisationAsked } from '#src/cli/typed/question-options.js'
import { askOfOrganisation, printJson, type OrganisationQuestion } from './ask-of-organisation.js'

const Input = TrajectoryQuery.omit({ horizon: true }).extend({
  dimension: z.string().optional(),
  english: z.boolean().optional(),
  json: z.boolean().optional(),
})

/** `explain <organisation>`: why it stands where it does, criterion by criterion, in sentences. */
export const explainCommand = (
  surroundings: Surroundings<Telling & Finding>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('explain')
    .description('explique pourquoi une organisation en est là, et ce qui manque (explain why)')
    .addArgument(organisationAsked)
    .addOption(asOf)
    .addOption(knownAt)
    .addOption(knownBy)
    .addOption(model)
    .option('--dimension <code>', 'une seule dimension, par son code (skills)')
    .option('--english', 'en anglais (in English)')
    .addOption(json)
    .action(async (organisation: string, options: unknown) => {
      end(await askOfOrganisation(surroundings, organisation, options, question))
    })

type Answered = Extract<ExplanationOutcome, { readonly outcome: 'answered' }>

const question: OrganisationQuestion<z.infer<typeof Input>, Answered> = {
  input: Input,
  ask: (telling, id, input) => telling.explanation(id, askedOfText(input)),
  tell: ({ explanation }, { dimension, english, json }, terminal) => {
    const codes = explanation.dimensions.map((one) => one.dimension.code)
    if (dimension !== undefined && !codes.includes(dimension)) {
      terminal.complain(`--dimension : ${codes.join(', ')}`)
      return 2
    }
    if (json === true) printJson(terminal, explanation)
    else {
      for (const line of explanationLines(explanation, english === true ? 'en' : 'fr', dimension)) {
        terminal.print(line)
      }
    }
    return 0
  },
}
