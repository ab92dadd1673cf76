import type { FastifyPluginCallback } from 'fastify'
import type { Recording } from '#src/tasks/recording/use-cases/recording.js'
import type { Enter } from '#src/tasks/task.js'
import { withParameters } from '#src/web/layout/address.js'
import { sendNotFound } from '#src/web/page-errors.js'

/** The way to the form from one organisation. */
export const recordPages =
  (enter: Enter<Recording>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get<{ Params: { id: string } }>('/organisations/:id/enregistrer', async (request, reply) => {
      const [organisation] = await enter(request).recording.chosenOrganisations([request.params.id])
      if (organisation === undefined) return sendNotFound(reply)
      const [, query = ''] = request.url.split('?', 2)
      return reply.redirect(withParameters(`/enregistrer?${query}`, { organisation: organisation.id }), 302)
    })
    done()
  }
