import type { FastifyPluginCallback } from 'fastify'
import { sectionAddresses } from '#src/web/layout/frame-words.js'

/** The address to open: staff begin by finding an organisation. */
export const homePages: FastifyPluginCallback = (server, _options, done) => {
  server.get('/', (_request, reply) => reply.redirect(sectionAddresses.organisations, 302))
  done()
}
