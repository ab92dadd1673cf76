import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { callBackPages } from '#src/tasks/calling-back/pages/call-back-pages.js'
import { findPages } from '#src/tasks/finding/pages/find-pages.js'
import { homePages } from './home/home-pages.js'
import { importPages } from '#src/tasks/importing/pages/import-pages.js'
import { ASSETS_FOLDER, ASSETS_PREFIX } from './layout/asset-address.js'
import { recordPages } from '#src/tasks/recording/pages/record-pages.js'
import { memberPages } from '#src/tasks/members/pages/member-pages.js'
import { organisationPages } from '#src/tasks/telling/pages/organisation-pages.js'
import { obstaclePages } from '#src/tasks/obstacles/pages/obstacle-pages.js'
import { answerNotFound, answerPageError } from './page-errors.js'
import { changePages } from '#src/tasks/registering/pages/change-pages.js'
import { registerPages } from '#src/tasks/registering/pages/register-pages.js'
import { programmePages } from '#src/tasks/programmes/pages/programme-pages.js'
import { securePages } from './security.js'
import { amendPages } from '#src/tasks/amending/pages/amend-pages.js'
import { correctPages } from '#src/tasks/amending/pages/correct-pages.js'
import { stepPages } from '#src/tasks/amending/pages/step-pages.js'

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
