import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { ObstaclesOfOrganisation } from '#projections/asked/obstacles/obstacles-for-organisation.js'
import { ObstacleView } from '#projections/asked/obstacles/obstacles-view.js'
import { ObstaclesQuery } from '#src/tasks/obstacles/use-cases/answer-obstacles.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Obstacles } from '#src/tasks/obstacles/use-cases/obstacles.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { OrganisationParameters } from '#src/http/read-parameters.js'

/** What stood in the way of organisations, at which step, how long, and how it went on. */
export const obstacleRoutes =
  (enter: Enter<Obstacles>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/v1/obstacles',
      {
        schema: {
          tags: ['obstacles'],
          summary: 'Les obstacles rencontrés, à quelle étape, et comment ils furent surmontés (obstacles)',
          querystring: ObstaclesQuery,
          response: {
            200: z.strictObject({ total: z.int(), obstacles: z.array(ObstacleView) }),
            ...problems,
          },
        },
      },
      async (request, reply) => {
        const { kind, nature } = request.query
        const kinds = kind === undefined ? undefined : [kind]
        const answer = await enter(request).obstacles.all(present({ kinds, nature }))
        if (answer.outcome !== 'answered') return sendOutcome(reply, answer.outcome)
        return reply.send({ total: answer.obstacles.length, obstacles: [...answer.obstacles] })
      },
    )
    typed.get(
      '/v1/organisations/:id/obstacles',
      {
        schema: {
          tags: ['obstacles'],
          summary: 'Ce qui en a arrêté d’autres là où elle en est (what stopped others here)',
          params: OrganisationParameters,
          querystring: TrajectoryQuery,
          response: { 200: ObstaclesOfOrganisation, ...problems },
        },
      },
      async (request, reply) => {
        const { params, query } = request
        const answer = await enter(request).obstacles.forOrganisation(params.id, askedOfText(query))
        if (answer.outcome === 'answered') return reply.send(answer.view)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
