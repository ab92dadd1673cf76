import { z } from 'zod'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { kindCodes } from '#domain/steps/catalogue/catalogue.js'
import { setbackNatures } from '#domain/steps/catalogue/shared-attributes.js'
import { obstacleChoices, type ObstacleChoices } from '#projections/asked/obstacles/obstacle-choices.js'
import {
  isAskedFor,
  obstaclesIn,
  type SetbackNature,
  type ObstaclesAsked,
} from '#projections/asked/obstacles/obstacles.js'
import { obstacleView, type ObstacleView } from '#projections/asked/obstacles/obstacles-view.js'
import {
  obstaclesFor,
  type ObstaclesOfOrganisation,
} from '#projections/asked/obstacles/obstacles-for-organisation.js'
import type {
  AskedTrajectory,
  NoTrajectory,
  TrajectoryReading,
} from '#src/handling/asking/answer-trajectory.js'
import { matterOf } from '#src/handling/asking/ask-organisation.js'
import { seenStepsTaken, type StepsTakenReading } from '#src/handling/reading/steps-taken-reader.js'

const natures = Object.keys(setbackNatures) as [SetbackNature, ...SetbackNature[]] // its literal keys

/** Which obstacles are asked for. */
export const ObstaclesQuery = z.strictObject({
  kind: z
    .enum(kindCodes, { error: `un type d’étape attendu, parmi : ${kindCodes.join(', ')}` })
    .optional()
    .describe('le type d’étape au cours de laquelle ils furent rencontrés'),
  nature: z
    .enum(natures, { error: `une nature d’obstacle attendue, parmi : ${natures.join(', ')}` })
    .optional(),
})

export type ObstaclesOutcome =
  | {
      readonly outcome: 'answered'
      readonly obstacles: readonly ObstacleView[]
      /** What else could be asked for, with how many each choice would find. */
      readonly choices: ObstacleChoices
    }
  | { readonly outcome: 'not-seen-yet' }

/** Every setback on record that is asked for, and what else could be. */
export const answerObstacles = async (
  deps: StepsTakenReading,
  asked: ObstaclesAsked = {},
): Promise<ObstaclesOutcome> => {
  const taken = await seenStepsTaken(deps)
  if (taken === undefined) return { outcome: 'not-seen-yet' }
  const all = obstaclesIn(taken)
  return {
    outcome: 'answered',
    obstacles: all.filter((obstacle) => isAskedFor(obstacle, asked)).map(obstacleView),
    choices: obstacleChoices(all, asked),
  }
}

export type ObstaclesForOutcome =
  { readonly outcome: 'answered'; readonly view: ObstaclesOfOrganisation } | NoTrajectory

/** What stopped others at the steps that one organisation is at, or is advised to take. */
export const answerObstaclesFor = async (
  deps: TrajectoryReading & StepsTakenReading,
  id: OrganisationId,
  asked: AskedTrajectory = {},
): Promise<ObstaclesForOutcome> => {
  const matter = await matterOf(deps, id, asked)
  if (matter.outcome !== 'found') return matter
  const taken = await seenStepsTaken(deps)
  return taken === undefined
    ? { outcome: 'not-seen-yet' }
    : { outcome: 'answered', view: obstaclesFor({ ...matter, taken }) }
}
