import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { StepView } from '#projections/asked/steps/describe-steps.js'
import { questionOfText } from '#src/handling/asking/question-input.js'
import { StoredEventView, storedEventView } from '#src/handling/asking/recorded-event.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { etagOf, OrganisationParameters } from '#src/http/read-parameters.js'
import type { Enter } from '#src/tasks/task.js'
import { HistoryQuery } from '#src/tasks/telling/use-cases/history-input.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'

/** What an organisation did, as its record tells it today or as it was written. */
export const historyRoutes =
  (enter: Enter<Telling>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/v1/organisations/:id/steps',
      {
        schema: {
          tags: ['étapes'],
          summary: 'L’histoire d’une organisation : ses étapes et leurs faits (its history)',
          params: OrganisationParameters,
          querystring: HistoryQuery.extend({
            as: z
              .enum(['corrected', 'recorded'])
              .optional()
              .describe('recorded : le journal tel qu’il fut écrit'),
          }),
          response: {
            200: z.strictObject({
              steps: z.array(StepView).optional(),
              events: z.array(StoredEventView).optional(),
            }),
            ...problems,
          },
        },
      },
      async (request, reply) => {
        const { params, query } = request
        if (query.as === 'recorded') {
          const events = await enter(request).telling.recordedEvents(params.id)
          if (events === undefined) return sendOutcome(reply, 'organisation-unknown')
          return reply
            .header('etag', etagOf(events.at(-1)?.revision ?? 'none'))
            .send({ events: events.map(storedEventView) })
        }
        const listed = await enter(request).telling.steps(params.id, questionOfText(query))
        if (listed === undefined) return sendOutcome(reply, 'organisation-unknown')
        return reply.header('etag', etagOf(listed.revision)).send({ steps: [...listed.steps] })
      },
    )
    done()
  }
