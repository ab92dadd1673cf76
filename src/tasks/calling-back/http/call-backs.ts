import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import {
  answerCallBacks,
  CallBacksAnswer,
  CallBacksQuery,
} from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import {
  confirmStillTrue,
  StillTrueInput,
  StillTrueResult,
} from '#src/tasks/calling-back/use-cases/confirm-still-true.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { IdempotencyKey } from '#src/http/read-parameters.js'
import { LOCAL_ACTOR } from '#src/http/write-answers.js'

const Headers = z.looseObject({ 'idempotency-key': IdempotencyKey })

const Confirmed = z.strictObject({
  /** One for each step that was sent, in their order. */
  results: z.array(StillTrueResult),
})

/** Whom to call back and why; and what they answered, where it is «still true», of several steps at once. */
export const callBackRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
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
      async ({ query }, reply) => {
        const answer = await answerCallBacks(app.reading, query)
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
      async ({ id, headers, body }, reply) => {
        const results = await confirmStillTrue(
          app.recording,
          present({
            actor: LOCAL_ACTOR,
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
