import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { callBackPages } from './call-back/call-back-pages.js'
import { findPages } from './find/find-pages.js'
import { homePages } from './home/home-pages.js'
import { importPages } from './imports/import-pages.js'
import { ASSETS_FOLDER, ASSETS_PREFIX } from './layout/asset-address.js'
import { recordPages } from './record/record-pages.js'
import { memberPages } from './members/member-pages.js'
import { organisationPages } from './organisation/organisation-pages.js'
import { obstaclePages } from './obstacles/obstacle-pages.js'
import { answerNotFound, answerPageError } from './page-errors.js'
import { changePages } from './registering/change-pages.js'
import { registerPages } from './registering/register-pages.js'
import { programmePages } from './programmes/programme-pages.js'
import { securePages } from './security.js'
import { amendPages } from './step/amend-pages.js'
import { correctPages } from './step/correct-pages.js'
import { stepPages } from './step/step-pages.js'

/** The pages that people work with, in a room of their own: their security, their errors, their forms. */
export const pages =
  (app: Trajectoires): FastifyPluginAsync =>
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
    await server.register(recordPages(app))
    await server.register(stepPages(app))
    await server.register(correctPages(app))
    await server.register(amendPages(app))
    await server.register(registerPages(app))
    await server.register(changePages(app))
    await server.register(callBackPages(app))
    await server.register(memberPages(app))
    await server.register(findPages(app))
    await server.register(organisationPages(app))
    await server.register(programmePages(app))
    await server.register(obstaclePages(app))
    await server.register(importPages(app))
  }
