import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import {
  prepareQuestion,
  seenHead,
  type AskedTrajectory,
  type NoTrajectory,
  type TrajectoryReading,
} from './answer-trajectory.js'
import { readLineage, type ReadLineage } from '#src/handling/reading/read-lineage.js'

/** Everything that an answer about one organisation is computed from. */
export interface Matter {
  readonly outcome: 'found'
  readonly streams: ReadLineage
  readonly named: ModelNamed
  readonly question: Question
}

/** Finds the model, completes the question and reads the streams; the same refusals as for a trajectory. */
export const matterOf = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  asked: AskedTrajectory = {},
): Promise<Matter | NoTrajectory> => {
  const prepared = prepareQuestion(deps, asked)
  if (prepared.outcome !== 'prepared') return prepared
  if ((await seenHead(deps)) === undefined) return { outcome: 'not-seen-yet' }
  const streams = await readLineage(deps, id)
  if (streams.events.length === 0) return { outcome: 'organisation-unknown' }
  return { outcome: 'found', streams, named: prepared.model, question: prepared.question }
}
