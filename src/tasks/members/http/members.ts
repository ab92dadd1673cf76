import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { MembersAnswer, MembersQuery } from '#src/tasks/members/use-cases/answer-members.js'
import { membersCsv } from '#projections/exported/members-table.js'
import type { Members } from '#src/tasks/members/use-cases/members.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'

/** Who is a member: of a year, to be renewed, lapsed. */
export const memberRoutes =
  (enter: Enter<Members>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/v1/members',
      {
        schema: {
          tags: ['suivi'],
          summary: 'Les adhérents d’une année, à renouveler, sans suite connue (members of a year)',
          querystring: MembersQuery,
          response: { 200: MembersAnswer, ...problems },
        },
      },
      async (request, reply) => {
        const { query } = request
        const answer = await enter(request).members.ofYear(query)
        return answer.outcome === 'answered' ? reply.send(answer.answer) : sendOutcome(reply, answer.outcome)
      },
    )
    typed.get(
      '/v1/members.csv',
      {
        schema: {
          tags: ['suivi'],
          summary: 'Les mêmes en CSV : « open » pour un programme, « french » pour un tableur (as CSV)',
          querystring: MembersQuery.extend({ profile: z.enum(['open', 'french']).default('open') }),
          response: { 200: z.string(), ...problems },
          produces: ['text/csv'],
        },
      },
      async (request, reply) => {
        const { profile, ...asked } = request.query
        const answer = await enter(request).members.ofYear(asked)
        if (answer.outcome !== 'answered') return sendOutcome(reply, answer.outcome)
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="adherents-${answer.answer.year}.csv"`)
          .send(membersCsv(answer.answer, profile))
      },
    )
    done()
  }
