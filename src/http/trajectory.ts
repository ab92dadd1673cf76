import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { present } from '#domain/absence/present.js'
import { TrajectoryView } from '#projections/trajectory/trajectory-view.js'
import { answerTrajectory } from '#src/application/answer-trajectory.js'
import { questionOfText, TrajectoryQuery } from '#src/application/question-input.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { sendOutcome } from './problem.js'
import { OrganisationParameters } from './read-parameters.js'

/** Where an organisation stands, since when, and on which evidence. */
export const trajectoryRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    server.withTypeProvider<ZodTypeProvider>().get(
      '/v1/organisations/:id/trajectory',
      {
        schema: {
          tags: ['trajectoire'],
          summary:
            'Où en est une organisation, depuis quand et pourquoi (where it stands, since when and why)',
          params: OrganisationParameters,
          querystring: TrajectoryQuery,
          response: { 200: TrajectoryView },
        },
      },
      async ({ params, query }, reply) => {
        const { model, ...asked } = query
        const answer = await answerTrajectory(
          app.reading,
          params.id,
          present({ ...questionOfText(asked), model }),
        )
        if (answer.outcome === 'answered') return reply.send(answer.view)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
