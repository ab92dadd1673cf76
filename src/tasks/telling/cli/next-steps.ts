import { Command } from 'commander'
import { z } from 'zod'
import type { NextStepsView } from '#projections/asked/advice/next-steps-view.js'
import type { AdviceOutcome } from '#src/tasks/telling/use-cases/advise.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { asOf, json, knownAt, knownBy, model, organisationAsked } from '#src/cli/typed/question-options.js'
import { askOfOrganisation, printJson, type OrganisationQuestion } from './ask-of-organisation.js'

const Input = TrajectoryQuery.extend({ json: z.boolean().optional() })

/** `next-steps <organisation>`: what it lacks for what comes next, and steps that were tried and get it there. */
export const nextStepsCommand = (
  surroundings: Surroundings<Telling & Finding>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('next-steps')
    .description('dit ce qui manque pour aller plus loin, et des étapes qui y mènent (next steps)')
    .addArgument(organisationAsked)
    .addOption(asOf)
    .addOption(knownAt)
    .addOption(knownBy)
    .addOption(model)
    .option('--horizon <jour>', 'jusqu’où chercher')
    .addOption(json)
    .action(async (organisation: string, options: unknown) => {
      end(await askOfOrganisation(surroundings, organisation, options, question))
    })

type Answered = Extract<AdviceOutcome, { readonly outcome: 'answered' }>

const question: OrganisationQuestion<z.infer<typeof Input>, Answered> = {
  input: Input,
  ask: (telling, id, input) => telling.nextSteps(id, askedOfText(input)),
  tell: ({ view }, { json }, terminal) => {
    if (json === true) printJson(terminal, view)
    else printNextSteps(view, terminal)
    return 0
  },
}

/** The advice as a person reads it; all stories and peers are in the whole answer. */
const printNextSteps = (view: NextStepsView, terminal: Terminal): void => {
  const { organisation, ended, orderSentence, targets, about } = view
  terminal.print(`${organisation.name} (${organisation.id})`)
  if (ended) terminal.print('Cette organisation a pris fin : rien à lui conseiller.')
  else terminal.print(orderSentence.fr)
  for (const { sentence, routes, advised } of targets) {
    terminal.print('')
    terminal.print(sentence.fr)
    for (const { sentence: lacking } of routes[0] ?? []) terminal.print(`  Ce qui manque. ${lacking.fr}`)
    for (const [place, route] of advised.entries()) {
      terminal.print(`  ${place + 1}. ${route.sentence.fr}`)
      for (const step of route.steps) terminal.print(`     · ${step.sentence.fr}`)
    }
  }
  for (const { kind, offers, followed, peers } of about) {
    if (offers.length + followed.length + peers.length === 0) continue
    terminal.print('')
    terminal.print(`${kind.labels.fr} :`)
    for (const { sentence } of offers) terminal.print(`  programme · ${sentence.fr}`)
    for (const next of followed)
      terminal.print(`  a été suivi ${next.times} fois de : ${next.kind.labels.fr}`)
    for (const { sentence } of peers) terminal.print(`  peut en parler · ${sentence.fr}`)
  }
}
