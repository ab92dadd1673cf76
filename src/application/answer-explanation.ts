import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import { explain } from '#projections/explanation/explain.js'
import type { Explanation } from '#projections/explanation/explanation.js'
import { assessOrganisation } from '#projections/trajectory/assess-organisation.js'
import { questionOf, type Question } from '#projections/trajectory/question.js'
import type { TrajectoryOutcome, TrajectoryReading } from './answer-trajectory.js'
import { readLineage } from './read-lineage.js'

export type ExplanationOutcome =
  | { readonly outcome: 'answered'; readonly explanation: Explanation }
  | Exclude<TrajectoryOutcome, { readonly outcome: 'answered' }>

/** Why an organisation stands where it does on a day: criterion by criterion, and as sentences. */
export const answerExplanation = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  asked: Partial<Question> & { readonly model?: string } = {},
): Promise<ExplanationOutcome> => {
  const model = asked.model === undefined ? deps.models.usual : deps.models.find(asked.model)
  if (model === undefined) return { outcome: 'model-unknown', known: deps.models.references }
  const streams = await readLineage(deps, id)
  if (streams.events.length === 0) return { outcome: 'organisation-unknown' }
  const question = questionOf(asked, deps.clock())
  return {
    outcome: 'answered',
    explanation: explain(assessOrganisation(streams, model.model, question), model, question),
  }
}
