import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { DateUnderstanding, understandDate } from '#src/typed/understand-date.js'
import { problems } from '#src/http/problems/problem.js'

/** How a date that a person typed is understood: what is recorded of it, in words, and its bounds. */
export const dateRoutes = (): FastifyPluginCallback => (server, _options, done) => {
  server.withTypeProvider<ZodTypeProvider>().get(
    '/v1/dates',
    {
      schema: {
        tags: ['étapes'],
        summary: 'Comment une date est comprise (how a typed date is understood)',
        querystring: z.strictObject({
          text: z.string().max(200).describe('comme on la dit : « vers 2012 », « printemps 2012 »'),
        }),
        response: { 200: DateUnderstanding, ...problems },
      },
    },
    async ({ query: { text } }, reply) => reply.send(understandDate(text)),
  )
  done()
}
