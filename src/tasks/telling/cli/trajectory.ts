import { Command } from 'commander'
import { z } from 'zod'
import type { TrajectoryOutcome } from '#src/handling/asking/answer-trajectory.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { asOf, json, knownAt, knownBy, model, organisationAsked } from '#src/cli/typed/question-options.js'
import { askOfOrganisation, printJson, type OrganisationQuestion } from './ask-of-organisation.js'
import { printTrajectory } from './print-trajectory.js'

const Input = TrajectoryQuery.extend({ json: z.boolean().optional(), sources: z.boolean().optional() })

/** `trajectory <organisation>`: where it stands, since when and on which evidence. */
export const trajectoryCommand = (
  surroundings: Surroundings<Telling & Finding>,
  end: (status: ExitStatus) => void,
): Command =>
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
  ask: (telling, id, input) => telling.trajectory(id, askedOfText(input)),
  tell: ({ view }, { json, sources }, terminal, { finding }) => {
    if (json === true) printJson(terminal, view)
    else printTrajectory(view, terminal, { sources: sources === true, nameOf: finding.nameOf })
    return 0
  },
}
