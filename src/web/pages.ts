import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyPluginAsync, FastifyPluginCallback } from 'fastify'
import { ASSETS_FOLDER, ASSETS_PREFIX } from './layout/asset-address.js'
import { securePages } from './security.js'
import { answerNotFound, answerPageError } from './page-errors.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'

/** The pages that people work with, in a room of their own: their security, their errors, their forms. */
export const pages =
  (plugins: readonly (FastifyPluginCallback | FastifyPluginAsync)[]): FastifyPluginAsync =>
  async (server: FastifyInstance) => {
    await securePages(server)
    server.setErrorHandler(answerPageError)
    server.setNotFoundHandler(answerNotFound)
    await server.register(fastifyStatic, {
      root: ASSETS_FOLDER,
      prefix: ASSETS_PREFIX,
      maxAge: '365d',
      immutable: true,
    })
    await server.register(homePages)
    for (const plugin of plugins) await server.register(plugin)
  }

/** The address to open: staff begin by finding an organisation. */
export const homePages: FastifyPluginCallback = (server, _options, done) => {
  server.get('/', (_request, reply) => reply.redirect(sectionAddresses.organisations, 302))
  done()
}
