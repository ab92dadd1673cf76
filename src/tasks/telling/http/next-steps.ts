import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { NextStepsView } from '#projections/asked/advice/next-steps-view.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { OrganisationParameters } from '#src/http/read-parameters.js'

/** What an organisation lacks for what comes next, and steps that were tried and get it there. */
export const nextStepsRoutes =
  (enter: Enter<Telling>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.withTypeProvider<ZodTypeProvider>().get(
      '/v1/organisations/:id/next-steps',
      {
        schema: {
          tags: ['conseil'],
          summary: 'Ce qui manque pour aller plus loin, et des étapes qui y mènent (next steps)',
          params: OrganisationParameters,
          querystring: TrajectoryQuery,
          response: { 200: NextStepsView, ...problems },
        },
      },
      async (request, reply) => {
        const { params, query } = request
        const answer = await enter(request).telling.nextSteps(params.id, askedOfText(query))
        if (answer.outcome === 'answered') return reply.send(answer.view)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
