import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import { explanationLines } from '#projections/explanation/explanation-lines.js'
import { answerExplanation } from '#src/application/answer-explanation.js'
import { questionOfText, TrajectoryQuery } from '#src/application/question-input.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOfFaults } from './complain.js'
import type { Surroundings } from './program.js'
import type { ExitStatus } from './terminal.js'
import { withTrajectoires } from './with-trajectoires.js'

const Input = TrajectoryQuery.omit({ horizon: true }).extend({
  dimension: z.string().optional(),
  english: z.boolean().optional(),
  json: z.boolean().optional(),
})

/** `explain <organisation>`: why it stands where it does, criterion by criterion, in sentences. */
export const explainCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('explain')
    .description('explique pourquoi une organisation en est là, et ce qui manque (explain why)')
    .argument('<organisation>', 'son identifiant, par exemple region-bourgogne')
    .option('--as-of <jour>', 'ce qui était vrai ce jour-là (2015-11-26)')
    .option('--known-at <moment>', 'ce qui était connu à ce moment (2020-01-01)')
    .option(
      '--known-by <lecture>',
      'recorded : enregistré ici ; documented : dit par les documents de l’époque',
    )
    .option('--model <modèle>', 'le modèle de maturité (premier-modele@1)')
    .option('--dimension <code>', 'une seule dimension, par son code (skills)')
    .option('--english', 'en anglais (in English)')
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
  const id = OrganisationId.safeParse(organisation)
  const input = Input.safeParse(options)
  if (!id.success || !input.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(input.error?.issues ?? [])])
  }
  const { json, english, dimension, model, ...asked } = input.data
  return withTrajectoires(surroundings, async ({ reading }) => {
    const answer = await answerExplanation(reading, id.data, present({ ...questionOfText(asked), model }))
    if (answer.outcome !== 'answered') {
      const { fr, exit } = outcomeAnswers[answer.outcome]
      terminal.complain(
        answer.outcome === 'model-unknown' ? `${fr} ${answer.known.join(', ')}` : `${organisation} : ${fr}`,
      )
      return exit
    }
    const { explanation } = answer
    const codes = explanation.dimensions.map((one) => one.dimension.code)
    if (dimension !== undefined && !codes.includes(dimension)) {
      terminal.complain(`--dimension : ${codes.join(', ')}`)
      return 2
    }
    if (json === true) terminal.print(JSON.stringify(explanation, undefined, 2))
    else {
      for (const line of explanationLines(explanation, english === true ? 'en' : 'fr', dimension)) {
        terminal.print(line)
      }
    }
    return 0
  })
}
