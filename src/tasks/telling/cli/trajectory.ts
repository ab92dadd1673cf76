import { Command } from 'commander'
import { z } from 'zod'
import { answerTrajectory, type TrajectoryOutcome } from '#src/handling/asking/answer-trajectory.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { asOf, json, knownAt, knownBy, model, organisationAsked } from '#src/cli/typed/question-options.js'
import { askOfOrganisation, printJson, type OrganisationQuestion } from './ask-of-organisation.js'
import { nameIn } from './names.js'
import { printTrajectory } from './print-trajectory.js'

const Input = TrajectoryQuery.extend({ json: z.boolean().optional(), sources: z.boolean().optional() })

/** `trajectory <organisation>`: where it stands, since when and on which evidence. */
export const trajectoryCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('trajectory')
    .description('dit où en est une organisation, depuis quand et pourquoi (where it stands)')
    .addArgument(organisationAsked)
    .addOption(asOf)
    .addOption(knownAt)
    .addOption(knownBy)
    .addOption(model)
    .option('--horizon <jour>', 'jusqu’où montrer')
    .option('--sources', 'avec la source de chaque fait')
    .addOption(json)
    .action(async (organisation: string, options: unknown) => {
      end(await askOfOrganisation(surroundings, organisation, options, question))
    })

type Answered = Extract<TrajectoryOutcome, { readonly outcome: 'answered' }>

const question: OrganisationQuestion<z.infer<typeof Input>, Answered> = {
  input: Input,
  ask: (reading, id, input) => answerTrajectory(reading, id, askedOfText(input)),
  tell: ({ view }, { json, sources }, terminal, { registry }) => {
    if (json === true) printJson(terminal, view)
    else printTrajectory(view, terminal, { sources: sources === true, nameOf: nameIn(registry) })
    return 0
  },
}
