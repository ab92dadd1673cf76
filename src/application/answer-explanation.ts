import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import { explain } from '#projections/explanation/explain.js'
import type { Explanation } from '#projections/explanation/explanation.js'
import { assessOrganisation } from '#projections/trajectory/assess-organisation.js'
import {
  prepareQuestion,
  seenHead,
  type AskedTrajectory,
  type NoTrajectory,
  type TrajectoryReading,
} from './answer-trajectory.js'
import { readLineage } from './read-lineage.js'

export type ExplanationOutcome =
  { readonly outcome: 'answered'; readonly explanation: Explanation } | NoTrajectory

/** Why an organisation stands where it does on a day: criterion by criterion, and as sentences. */
export const answerExplanation = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  asked: AskedTrajectory = {},
): Promise<ExplanationOutcome> => {
  const prepared = prepareQuestion(deps, asked)
  if (prepared.outcome !== 'prepared') return prepared
  if ((await seenHead(deps)) === undefined) return { outcome: 'not-seen-yet' }
  const { question, model } = prepared
  const streams = await readLineage(deps, id)
  if (streams.events.length === 0) return { outcome: 'organisation-unknown' }
  return {
    outcome: 'answered',
    explanation: explain(assessOrganisation(streams, model.model, question), model, question),
  }
}
