import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { present } from '#domain/absence/present.js'
import { Explanation } from '#projections/explanation/explanation.js'
import { answerExplanation } from '#src/application/answer-explanation.js'
import { questionOfText, TrajectoryQuery } from '#src/application/question-input.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { problems, sendOutcome } from './problem.js'
import { OrganisationParameters } from './read-parameters.js'

/** Why an organisation stands where it does: each criterion, what it rests on, and what is missing. */
export const explanationRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    server.withTypeProvider<ZodTypeProvider>().get(
      '/v1/organisations/:id/explanation',
      {
        schema: {
          tags: ['trajectoire'],
          summary:
            'Pourquoi elle en est là : chaque critère, ce qui le montre, ce qui manque (why it stands there)',
          params: OrganisationParameters,
          querystring: TrajectoryQuery.omit({ horizon: true }),
          response: { 200: Explanation, ...problems },
        },
      },
      async ({ params, query }, reply) => {
        const { model, ...asked } = query
        const answer = await answerExplanation(
          app.reading,
          params.id,
          present({ ...questionOfText(asked), model }),
        )
        if (answer.outcome === 'answered') return reply.send(answer.explanation)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
