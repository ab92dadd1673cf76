import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import { assessOrganisation } from '#projections/trajectory/assess-organisation.js'
import { describeTrajectory, type ModelNamed } from '#projections/trajectory/describe-trajectory.js'
import { questionOf, type Question } from '#projections/trajectory/question.js'
import type { TrajectoryView } from '#projections/trajectory/trajectory-view.js'
import { readLineage, type LineageReading } from './read-lineage.js'

export interface TrajectoryReading extends LineageReading {
  readonly clock: Clock
  readonly models: ModelShelf
}

/** The models that can be asked for: `premier-modele`, or with its version `premier-modele@1`. */
export interface ModelShelf {
  readonly usual: ModelNamed
  find(reference: string): ModelNamed | undefined
  readonly references: readonly string[]
}

export type TrajectoryOutcome =
  | { readonly outcome: 'answered'; readonly view: TrajectoryView }
  | { readonly outcome: 'organisation-unknown' }
  | { readonly outcome: 'model-unknown'; readonly known: readonly string[] }

/** Where an organisation stands, since when and on which evidence; computed from its events when asked, hence never stale. */
export const answerTrajectory = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  asked: Partial<Question> & { readonly model?: string } = {},
): Promise<TrajectoryOutcome> => {
  const model = asked.model === undefined ? deps.models.usual : deps.models.find(asked.model)
  if (model === undefined) return { outcome: 'model-unknown', known: deps.models.references }
  const streams = await readLineage(deps, id)
  if (streams.events.length === 0) return { outcome: 'organisation-unknown' }
  const question = questionOf(asked, deps.clock())
  return {
    outcome: 'answered',
    view: describeTrajectory(assessOrganisation(streams, model.model, question), model, question),
  }
}
