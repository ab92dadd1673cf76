import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { explain } from '#projections/asked/explanation/explain.js'
import type { Explanation } from '#projections/asked/explanation/explanation.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import type {
  AskedTrajectory,
  NoTrajectory,
  TrajectoryReading,
} from '#src/handling/asking/answer-trajectory.js'
import { matterOf } from '#src/handling/asking/ask-organisation.js'

export type ExplanationOutcome =
  { readonly outcome: 'answered'; readonly explanation: Explanation } | NoTrajectory

/** Why an organisation stands where it does on a day: criterion by criterion, and as sentences. */
export const answerExplanation = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  asked: AskedTrajectory = {},
): Promise<ExplanationOutcome> => {
  const matter = await matterOf(deps, id, asked)
  if (matter.outcome !== 'found') return matter
  const { streams, named, question } = matter
  return {
    outcome: 'answered',
    explanation: explain(assessOrganisation(streams, named.model, question), named, question),
  }
}
