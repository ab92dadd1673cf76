import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { ChangesQuery, changesOfText } from '#src/tasks/telling/use-cases/changes-input.js'
import { ChangesAnswer } from '#src/tasks/telling/use-cases/explain-changes.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { OrganisationParameters } from '#src/http/read-parameters.js'

/** Why the answer differs: the organisation, what we know, or the model. */
export const changesRoutes =
  (enter: Enter<Telling>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.withTypeProvider<ZodTypeProvider>().get(
      '/v1/organisations/:id/changes',
      {
        schema: {
          tags: ['trajectoire'],
          summary:
            'Ce qui diffère entre deux questions, et pourquoi (what differs between two questions, and why)',
          description:
            'Ce que « from… » ne dit pas est comme dans « to… » ; ce que « to… » ne dit pas est aujourd’hui. ' +
            'Trois causes, jamais mêlées : ce qui est su, le modèle, l’organisation. ' +
            '(What “from…” leaves out is as in “to…”, and what that leaves out is of today.)',
          params: OrganisationParameters,
          querystring: ChangesQuery,
          response: { 200: ChangesAnswer, ...problems },
        },
      },
      async (request, reply) => {
        const { params, query } = request
        const answer = await enter(request).telling.changes(params.id, changesOfText(query))
        if (answer.outcome === 'answered') return reply.send(answer.view)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
