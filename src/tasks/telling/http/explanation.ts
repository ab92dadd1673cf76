import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Explanation } from '#projections/asked/explanation/explanation.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { OrganisationParameters } from '#src/http/read-parameters.js'

/** Why an organisation stands where it does: each criterion, what it rests on, and what is missing. */
export const explanationRoutes =
  (enter: Enter<Telling>): FastifyPluginCallback =>
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
      async (request, reply) => {
        const { params, query } = request
        const answer = await enter(request).telling.explanation(params.id, askedOfText(query))
        if (answer.outcome === 'answered') return reply.send(answer.explanation)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
