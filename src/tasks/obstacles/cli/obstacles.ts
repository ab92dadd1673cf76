import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { ObstacleView } from '#projections/asked/obstacles/obstacles-view.js'
import { ObstaclesQuery } from '#src/tasks/obstacles/use-cases/answer-obstacles.js'
import { questionOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers, type OutcomeCode } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import { withDaysTyped } from '#src/cli/typed/days-typed.js'
import type { Obstacles } from '#src/tasks/obstacles/use-cases/obstacles.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

const Input = TrajectoryQuery.pick({ asOf: true })
  .extend(ObstaclesQuery.shape)
  .extend({ json: z.boolean().optional() })
type Input = z.infer<typeof Input>

/** `obstacles [organisation]`: what stood in the way of all, or of others where one organisation is. */
export const obstaclesCommand = (
  surroundings: Surroundings<Obstacles>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('obstacles')
    .description('dit les obstacles rencontrés, à quelle étape, et comment ils furent surmontés (obstacles)')
    .argument('[organisation]', 'ceux que d’autres ont rencontrés là où elle en est ; tous par défaut')
    .option('--kind <type>', 'au cours de ce type d’étape (pour tous)')
    .option('--nature <code>', 'change-of-majority, budget-cut, demotivation, long-wait… (pour tous)')
    .option('--as-of <jour>', 'là où elle en était ce jour-là (pour une organisation)')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (organisation: string | undefined, options: unknown) => {
      const input = Input.safeParse(withDaysTyped(options), inFrench)
      const id = OrganisationId.optional().safeParse(organisation, inFrench)
      end(
        input.success && id.success
          ? await withRegistry(surroundings, (inside) =>
              run(inside, surroundings.terminal, id.data, input.data),
            )
          : complainOfFaults(surroundings.terminal, [
              ...(id.error?.issues ?? []),
              ...(input.error?.issues ?? []),
            ]),
      )
    })

const run = async (
  { obstacles }: Obstacles,
  terminal: Terminal,
  id: OrganisationId | undefined,
  { kind, nature, asOf, json }: Input,
): Promise<ExitStatus> => {
  const notAnswered = (outcome: OutcomeCode): ExitStatus =>
    complainOf(terminal, outcome, outcomeAnswers[outcome], id)
  const say = (line: string): void => {
    if (json !== true) terminal.print(line)
  }
  if (id === undefined) {
    const kinds = kind === undefined ? undefined : [kind]
    const answer = await obstacles.all(present({ kinds, nature }))
    if (answer.outcome !== 'answered') return notAnswered(answer.outcome)
    if (json === true) terminal.print(JSON.stringify(answer.obstacles, undefined, 2))
    sayObstacles(answer.obstacles, say)
    return 0
  }
  const answer = await obstacles.forOrganisation(id, questionOfText(present({ asOf })))
  if (answer.outcome !== 'answered') return notAnswered(answer.outcome)
  const { organisation, at, others, own } = answer.view
  if (json === true) terminal.print(JSON.stringify(answer.view, undefined, 2))
  say(`${organisation.name} (${organisation.id})`)
  say(`Là où elle en est, ou pourrait aller : ${at.map(({ labels }) => labels.fr).join(', ')}.`)
  say('')
  say('Ce qui en a arrêté d’autres :')
  sayObstacles(others, say)
  if (own.length > 0) {
    say('')
    say('Ce qu’elle a rencontré elle-même :')
    sayObstacles(own, say)
  }
  return 0
}

const sayObstacles = (obstacles: readonly ObstacleView[], say: (line: string) => void): void => {
  if (obstacles.length === 0) say('  rien de consigné.')
  for (const { sentence } of obstacles) say(`  · ${sentence.fr}`)
}
