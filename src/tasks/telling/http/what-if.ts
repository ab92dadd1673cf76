import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { WhatIfView } from '#projections/asked/what-if/what-if.js'
import { ImaginedSteps } from '#src/tasks/telling/use-cases/answer-what-if.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome, sendRefusal } from '#src/http/problems/problem.js'
import { OrganisationParameters } from '#src/http/read-parameters.js'

/** Where an organisation would stand after imagined steps; nothing is recorded. */
export const whatIfRoutes =
  (enter: Enter<Telling>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.withTypeProvider<ZodTypeProvider>().post(
      '/v1/organisations/:id/what-if',
      {
        schema: {
          tags: ['conseil'],
          summary: 'Et si… : la position après des étapes imaginées, sans rien enregistrer (what if)',
          params: OrganisationParameters,
          querystring: TrajectoryQuery,
          body: ImaginedSteps,
          response: { 200: WhatIfView, ...problems },
        },
      },
      async (request, reply) => {
        const { params, query, body } = request
        const answer = await enter(request).telling.whatIf(params.id, body, askedOfText(query))
        if (answer.outcome === 'answered') return reply.send(answer.view)
        if (answer.outcome === 'refused') return sendRefusal(reply, answer.refusal)
        if (answer.outcome === 'step-needed') {
          return sendOutcome(reply, 'step-needed', { faults: [{ path: 'stepId', message: answer.stage }] })
        }
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
