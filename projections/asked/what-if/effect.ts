import { z } from 'zod'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { describeTrajectory, type ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import {
  PositionStanding,
  DimensionStanding,
  type TrajectoryView,
} from '#projections/asked/trajectory/trajectory-view.js'

/** Where an organisation stands, and where it would. */
export interface Effect {
  readonly before: PositionStanding
  readonly after: PositionStanding
}

const MovedDimension = z.strictObject({ before: DimensionStanding, after: DimensionStanding })

/** The same, with the dimensions in which it would stand otherwise. */
export const FullEffect = z.strictObject({
  before: PositionStanding,
  after: PositionStanding,
  moved: z.array(MovedDimension),
})
export type FullEffect = z.infer<typeof FullEffect>

/** What the second streams would change, asked the same question under the same model. */
export const effectOf = (
  before: LineageEvents,
  after: LineageEvents,
  named: ModelNamed,
  question: Question,
): FullEffect => {
  const viewOf = (streams: LineageEvents): TrajectoryView =>
    describeTrajectory(assessOrganisation(streams, named.model, question, { causes: false }), named, question)
  const [was, would] = [viewOf(before), viewOf(after)]
  return {
    before: was.standing,
    after: would.standing,
    moved: was.dimensions.flatMap((dimension, place) => {
      const other = would.dimensions[place]
      return other === undefined || isSame(dimension, other) ? [] : [{ before: dimension, after: other }]
    }),
  }
}

const isSame = (one: z.infer<typeof DimensionStanding>, other: z.infer<typeof DimensionStanding>): boolean =>
  one.level === other.level && one.state === other.state && one.surely === other.surely
