import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { CallBacksAnswer, CallBacksQuery } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import { StillTrueInput, StillTrueResult } from '#src/tasks/calling-back/use-cases/confirm-still-true.js'
import type { CallingBack } from '#src/tasks/calling-back/use-cases/calling-back.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { IdempotencyKey } from '#src/http/read-parameters.js'

const Headers = z.looseObject({ 'idempotency-key': IdempotencyKey })

const Confirmed = z.strictObject({
  /** One for each step that was sent, in their order. */
  results: z.array(StillTrueResult),
})

/** Whom to call back and why; and what they answered, where it is «still true», of several steps at once. */
export const callBackRoutes =
  (enter: Enter<CallingBack>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/v1/call-backs',
      {
        schema: {
          tags: ['suivi'],
          summary: 'Qui rappeler, pourquoi, que demander, et ce que cela trancherait (whom to call back)',
          querystring: CallBacksQuery,
          response: { 200: CallBacksAnswer, ...problems },
        },
      },
      async (request, reply) => {
        const { query } = request
        const answer = await enter(request).callingBack.due(query)
        return answer.outcome === 'answered' ? reply.send(answer.answer) : sendOutcome(reply, answer.outcome)
      },
    )
    typed.post(
      '/v1/call-backs/confirmations',
      {
        schema: {
          tags: ['suivi'],
          summary: 'Toujours vrai : confirmer plusieurs étapes, chacune pour elle-même (still true)',
          headers: Headers,
          body: StillTrueInput,
          response: { 200: Confirmed, ...problems },
        },
      },
      async (request, reply) => {
        const { id, headers, body } = request
        const results = await enter(request).callingBack.confirm(
          present({
            correlationId: id,
            idempotencyKey: headers['idempotency-key'],
          }),
          body,
        )
        return reply.send({ results: [...results] })
      },
    )
    done()
  }
