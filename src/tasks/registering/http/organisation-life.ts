import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrganisationChange } from '#src/tasks/registering/use-cases/change-organisation.js'
import { SuccessionInput } from '#src/tasks/registering/use-cases/record-succession.js'
import type { Registering } from '#src/tasks/registering/use-cases/registering.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { DryRun, OrganisationParameters } from '#src/http/read-parameters.js'
import { EffectView, sendWritten, Written, matchingWriteRequestOf, WriteHeaders } from '#src/http/writing.js'

const ChangedOrganisation = Written.extend({ organisation: z.string(), effect: EffectView })

const RecordedSuccession = Written.extend({
  predecessor: z.string(),
  successor: z.string(),
  /** On the predecessor. */
  effect: EffectView,
  effectOnSuccessor: EffectView,
})

/** What becomes of an organisation itself: other names, its end, and who came after whom. */
export const organisationLifeRoutes =
  (enter: Enter<Registering>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    const write = {
      tags: ['organisations'],
      params: OrganisationParameters,
      headers: WriteHeaders,
      querystring: z.strictObject({ dryRun: DryRun }),
    }

    typed.patch(
      '/v1/organisations/:id',
      {
        schema: {
          ...write,
          summary: 'Renommer, changer d’identifiant, dire la fin ou corriger (change what is told of it)',
          body: OrganisationChange,
          response: { 200: ChangedOrganisation, 201: ChangedOrganisation, ...problems },
        },
      },
      async (request, reply) => {
        const asked = matchingWriteRequestOf(request)
        if (asked === undefined) return sendOutcome(reply, 'bad-etag')
        const outcome = await enter(request).registering.change({
          ...asked,
          organisation: request.params.id,
          change: request.body,
        })
        return sendWritten(reply, outcome, { organisation: request.params.id, effect: outcome.effect })
      },
    )

    typed.post(
      '/v1/organisations/:id/succession',
      {
        schema: {
          ...write,
          summary: 'Dire qui succède à qui, de l’un ou l’autre côté (tell who came after whom)',
          description:
            'Consigné chez l’organisation qui précède : If-Match est son ETag. (Recorded in the stream of the predecessor: If-Match is its ETag.)',
          body: SuccessionInput,
          response: { 200: RecordedSuccession, 201: RecordedSuccession, ...problems },
        },
      },
      async (request, reply) => {
        const asked = matchingWriteRequestOf(request)
        if (asked === undefined) return sendOutcome(reply, 'bad-etag')
        const outcome = await enter(request).registering.succeed({
          ...asked,
          organisation: request.params.id,
          succession: request.body,
        })
        if (!('predecessor' in outcome)) {
          const { outcome: code, ...details } = outcome
          return sendOutcome(reply, code, details)
        }
        const { predecessor, successor, effect, effectOnSuccessor } = outcome
        return sendWritten(reply, outcome, { predecessor, successor, effect, effectOnSuccessor })
      },
    )
    done()
  }
