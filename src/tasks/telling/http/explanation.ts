import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Explanation } from '#projections/asked/explanation/explanation.js'
import { answerExplanation } from '#src/tasks/telling/use-cases/answer-explanation.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { OrganisationParameters } from '#src/http/read-parameters.js'

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
        const answer = await answerExplanation(app.reading, params.id, askedOfText(query))
        if (answer.outcome === 'answered') return reply.send(answer.explanation)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
