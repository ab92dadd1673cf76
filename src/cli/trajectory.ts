import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import { answerTrajectory } from '#src/application/answer-trajectory.js'
import { questionOfText, TrajectoryQuery } from '#src/application/question-input.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from './complain.js'
import { nameIn } from './names.js'
import { printTrajectory } from './print-trajectory.js'
import type { Surroundings } from './program.js'
import type { ExitStatus } from './terminal.js'
import { withRegistry } from './with-trajectoires.js'

const Input = TrajectoryQuery.extend({ json: z.boolean().optional(), sources: z.boolean().optional() })

/** `trajectory <organisation>`: where it stands, since when and on which evidence. */
export const trajectoryCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('trajectory')
    .description('dit où en est une organisation, depuis quand et pourquoi (where it stands)')
    .argument('<organisation>', 'son identifiant, par exemple region-bourgogne')
    .option('--as-of <jour>', 'ce qui était vrai ce jour-là (2015-11-26)')
    .option('--known-at <moment>', 'ce qui était connu à ce moment (2020-01-01)')
    .option(
      '--known-by <lecture>',
      'recorded : enregistré ici ; documented : dit par les documents de l’époque',
    )
    .option('--model <modèle>', 'le modèle de maturité (premier-modele@1)')
    .option('--horizon <jour>', 'jusqu’où montrer')
    .option('--sources', 'avec la source de chaque fait')
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
  const input = Input.safeParse(options, inFrench)
  if (!id.success || !input.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(input.error?.issues ?? [])])
  }
  const { json, sources, model, ...asked } = input.data
  return withRegistry(surroundings, async ({ reading }) => {
    const answer = await answerTrajectory(reading, id.data, present({ ...questionOfText(asked), model }))
    if (answer.outcome !== 'answered') {
      if (answer.outcome === 'model-unknown') terminal.complain(`known : ${answer.known.join(', ')}`)
      const { outcome } = answer
      return complainOf(terminal, outcome, outcomeAnswers[outcome], organisation)
    }
    if (json === true) terminal.print(JSON.stringify(answer.view, undefined, 2))
    else
      printTrajectory(answer.view, terminal, { sources: sources === true, nameOf: nameIn(reading.registry) })
    return 0
  })
}
