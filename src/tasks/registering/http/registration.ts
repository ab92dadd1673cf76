import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { DryRun, IdempotencyKey } from '#src/http/read-parameters.js'
import { sendWritten, Written, writeRequestOf } from '#src/http/writing.js'
import { OrganisationInput } from '#src/tasks/registering/use-cases/register-organisation.js'
import type { Registering } from '#src/tasks/registering/use-cases/registering.js'
import type { Enter } from '#src/tasks/task.js'

const Registered = Written.extend({ organisation: OrganisationId })

/** An organisation that nobody registered yet. */
export const registrationRoutes =
  (enter: Enter<Registering>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.post(
      '/v1/organisations',
      {
        schema: {
          tags: ['organisations'],
          summary: 'Enregistrer une organisation (register an organisation)',
          headers: z.looseObject({ 'idempotency-key': IdempotencyKey }),
          querystring: z.strictObject({ dryRun: DryRun }),
          body: OrganisationInput,
          response: { 200: Registered, 201: Registered, ...problems },
        },
      },
      async (request, reply) => {
        const outcome = await enter(request).registering.register({
          ...writeRequestOf(request),
          organisation: request.body,
        })
        if (outcome.outcome === 'identifier-needed') return sendOutcome(reply, outcome.outcome)
        const { organisation } = outcome
        if (outcome.outcome === 'recorded') {
          // With the position: who follows it at once waits for this node to have read so far.
          void reply.header('location', `/v1/organisations/${organisation}?after=${outcome.position}`)
        }
        return sendWritten(reply, outcome, { organisation })
      },
    )
    done()
  }
