import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { TrajectoryAnswer } from '#src/handling/asking/answer-trajectory.js'
import { hasSeen } from '#src/handling/reading/has-seen.js'
import { notSeen } from '#src/handling/reading/not-seen.js'
import { keepTrajectories } from '#src/tasks/telling/use-cases/kept-trajectories.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { AfterPosition, OrganisationParameters } from '#src/http/read-parameters.js'

const ReadHeaders = z.looseObject({
  'if-none-match': z.string().max(1000).optional().describe('l’ETag lu : 304 si la réponse est la même'),
})

/** Where an organisation stands, since when, and on which evidence. */
export const trajectoryRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    const answer = keepTrajectories(app.reading)
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
      async ({ params, query, headers }, reply) => {
        const { after } = query
        if (!(await hasSeen(app.reading, after)))
          return sendOutcome(reply, (await notSeen(app.log, after)).outcome)
        const answered = await answer(params.id, askedOfText(query))
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
