import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { TrajectoryAnswer } from '#src/handling/asking/answer-trajectory.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { AfterPosition, OrganisationParameters } from '#src/http/read-parameters.js'

const ReadHeaders = z.looseObject({
  'if-none-match': z.string().max(1000).optional().describe('l’ETag lu : 304 si la réponse est la même'),
})

/** Where an organisation stands, since when, and on which evidence. */
export const trajectoryRoutes =
  (enter: Enter<Telling>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.withTypeProvider<ZodTypeProvider>().get(
      '/v1/organisations/:id/trajectory',
      {
        schema: {
          tags: ['trajectoire'],
          summary:
            'Où en est une organisation, depuis quand et pourquoi (where it stands, since when and why)',
          params: OrganisationParameters,
          headers: ReadHeaders,
          querystring: TrajectoryQuery.extend({ after: AfterPosition }),
          response: { 200: TrajectoryAnswer, 304: z.null().describe('rien de nouveau'), ...problems },
        },
      },
      async (request, reply) => {
        const { params, query, headers } = request
        const asked = askedOfText(query)
        const answered = await enter(request).telling.trajectoryText(params.id, asked, query.after)
        if (answered.outcome !== 'answered') {
          const { outcome, ...details } = answered
          return sendOutcome(reply, outcome, details)
        }
        void reply.header('etag', answered.etag).header('cache-control', 'private, no-cache')
        // The text is written from a value of the declared type: it goes out as it is.
        const plain = reply as FastifyReply
        return isAmong(headers['if-none-match'], answered.etag)
          ? plain.code(304).send()
          : plain.type('application/json; charset=utf-8').send(answered.json)
      },
    )
    done()
  }

/** RFC 9110, 13.1.2: a list of ETags, compared weakly. */
const isAmong = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false
