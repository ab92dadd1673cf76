import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { ChangesQuery, changesOfText } from '#src/tasks/telling/use-cases/changes-input.js'
import { answerChanges, ChangesAnswer } from '#src/tasks/telling/use-cases/explain-changes.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { OrganisationParameters } from '#src/http/read-parameters.js'

/** Why the answer differs: the organisation, what we know, or the model. */
export const changesRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
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
      async ({ params, query }, reply) => {
        const answer = await answerChanges(app.reading, params.id, changesOfText(query))
        if (answer.outcome === 'answered') return reply.send(answer.view)
        const { outcome, ...details } = answer
        return sendOutcome(reply, outcome, details)
      },
    )
    done()
  }
