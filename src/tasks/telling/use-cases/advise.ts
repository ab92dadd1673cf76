import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { nextSteps } from '#projections/asked/advice/next-steps.js'
import type { NextStepsView } from '#projections/asked/advice/next-steps-view.js'
import type {
  AskedTrajectory,
  NoTrajectory,
  TrajectoryReading,
} from '#src/handling/asking/answer-trajectory.js'
import { matterOf } from '#src/handling/asking/ask-organisation.js'
import { nameThen } from './name-then.js'
import { seenStepsTaken, type StepsTakenReading } from '#src/handling/reading/steps-taken-reader.js'

export type AdviceOutcome =
  | {
      readonly outcome: 'answered'
      readonly view: NextStepsView
      /** What it was called on the day asked for; its name of today where nothing was known of it then. */
      readonly name: string
    }
  | NoTrajectory

/** What an organisation lacks for what comes next, and what would get it there. Peers and sequels are told as known today. */
export const advise = async (
  deps: TrajectoryReading & StepsTakenReading,
  id: OrganisationId,
  asked: AskedTrajectory = {},
): Promise<AdviceOutcome> => {
  const matter = await matterOf(deps, id, asked)
  if (matter.outcome !== 'found') return matter
  const taken = await seenStepsTaken(deps)
  if (taken === undefined) return { outcome: 'not-seen-yet' }
  const view = nextSteps({ ...matter, taken })
  return { outcome: 'answered', view, name: nameThen(deps.registry.index(), id, view.organisation.name) }
}
