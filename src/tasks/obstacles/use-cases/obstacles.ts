import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { ObstaclesAsked } from '#projections/asked/obstacles/obstacles.js'
import type { AskedTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { answerObstacles, answerObstaclesFor } from './answer-obstacles.js'

/** What stood in the way, and how it went on. */
export const obstacles = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    obstacles: {
      all: (asked: ObstaclesAsked) => answerObstacles(inside, asked),
      forOrganisation: (id: OrganisationId, asked: AskedTrajectory) => answerObstaclesFor(inside, id, asked),
    },
  }
}
export type Obstacles = ReturnType<ReturnType<typeof obstacles>>
