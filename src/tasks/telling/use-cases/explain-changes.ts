import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { ChangesView } from '#projections/asked/changes/changes-view.js'
import { explainChanges } from '#projections/asked/changes/explain-changes.js'
import {
  prepareQuestion,
  seenHead,
  type AskedTrajectory,
  type NoTrajectory,
  type TrajectoryReading,
} from '#src/handling/asking/answer-trajectory.js'
import { readLineage } from '#src/handling/reading/read-lineage.js'

/** The differences with what they were computed from: nothing behind `position` of the log was read. */
export const ChangesAnswer = ChangesView.extend({ position: z.int() })
export type ChangesAnswer = z.infer<typeof ChangesAnswer>

export type ChangesOutcome = { readonly outcome: 'answered'; readonly view: ChangesAnswer } | NoTrajectory

type AskedMoment = Omit<AskedTrajectory, 'horizon'>

/** Two questions about one organisation. */
export interface AskedChanges {
  readonly from: AskedMoment
  readonly to: AskedMoment
}

/** Why the answer to one question differs from that to another; what `from` leaves open is as in `to`. */
export const answerChanges = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  { from, to }: AskedChanges,
): Promise<ChangesOutcome> => {
  const later = prepareQuestion(deps, to)
  if (later.outcome !== 'prepared') return later
  const { asOf, knownAt, knownBy } = later.question
  const earlier = prepareQuestion(deps, { asOf, knownAt, knownBy, ...present({ model: to.model }), ...from })
  if (earlier.outcome !== 'prepared') return earlier
  if ((await seenHead(deps)) === undefined) return { outcome: 'not-seen-yet' }
  const streams = await readLineage(deps, id)
  if (streams.events.length === 0) return { outcome: 'organisation-unknown' }
  const view = explainChanges(
    streams,
    { ...earlier.question, named: earlier.model },
    { ...later.question, named: later.model },
  )
  return { outcome: 'answered', view: { ...view, position: streams.position } }
}
