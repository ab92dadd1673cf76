import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { NextStepsView } from '#projections/advice/next-steps-view.js'
import { advise } from '#src/application/advise.js'
import { questionOfText, TrajectoryQuery } from '#src/application/question-input.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from './complain.js'
import { withDaysTyped } from './days-typed.js'
import type { Surroundings } from './surroundings.js'
import type { ExitStatus, Terminal } from './terminal.js'
import { withRegistry } from './with-trajectoires.js'

const Input = TrajectoryQuery.extend({ json: z.boolean().optional() })

/** `next-steps <organisation>`: what it lacks for what comes next, and steps that were tried and get it there. */
export const nextStepsCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('next-steps')
    .description('dit ce qui manque pour aller plus loin, et des étapes qui y mènent (next steps)')
    .argument('<organisation>', 'son identifiant, par exemple cc-entre-dore-et-allier')
    .option('--as-of <jour>', 'au vu de ce qui était vrai ce jour-là (2015-11-26)')
    .option('--known-at <moment>', 'et de ce qui était connu à ce moment (2020-01-01)')
    .option(
      '--known-by <lecture>',
      'recorded : enregistré ici ; documented : dit par les documents de l’époque',
    )
    .option('--model <modèle>', 'le modèle de maturité (premier-modele@1)')
    .option('--horizon <jour>', 'jusqu’où chercher')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (organisation: string, options: unknown) => {
      end(await run(surroundings, organisation, options))
    })

const run = async (
  surroundings: Surroundings,
  organisation: string,
  options: unknown,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const id = OrganisationId.safeParse(organisation, inFrench)
  const input = Input.safeParse(withDaysTyped(options), inFrench)
  if (!id.success || !input.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(input.error?.issues ?? [])])
  }
  const { json, model, ...asked } = input.data
  return withRegistry(surroundings, async ({ reading }) => {
    const answer = await advise(reading, id.data, present({ ...questionOfText(asked), model }))
    if (answer.outcome !== 'answered') {
      if (answer.outcome === 'model-unknown') terminal.complain(`known : ${answer.known.join(', ')}`)
      const { outcome } = answer
      return complainOf(terminal, outcome, outcomeAnswers[outcome], organisation)
    }
    if (json === true) terminal.print(JSON.stringify(answer.view, undefined, 2))
    else printNextSteps(answer.view, terminal)
    return 0
  })
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
