import { randomUUID } from 'node:crypto'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { pages } from '#src/web/pages.js'
import { answerError } from './problems/answer-errors.js'
import { callBackRoutes } from '#src/tasks/calling-back/http/call-backs.js'
import { changesRoutes } from '#src/tasks/telling/http/changes.js'
import { collectiveStepRoutes } from '#src/tasks/recording/http/collective-steps.js'
import { dateRoutes } from '#src/tasks/recording/http/dates.js'
import { describeProblems } from './problems/describe-problems.js'
import { registerDocs } from './service/docs.js'
import { explanationRoutes } from '#src/tasks/telling/http/explanation.js'
import { healthRoutes } from './service/health.js'
import { oneStepRoutes } from '#src/tasks/amending/http/one-step.js'
import { nameLog } from './service/log-identity.js'
import { logRequest } from './service/log-requests.js'
import { memberRoutes } from '#src/tasks/members/http/members.js'
import { modelDocumentRoutes } from '#src/tasks/models/http/model-documents.js'
import { modelRoutes } from '#src/tasks/models/http/models.js'
import { organisationLifeRoutes } from '#src/tasks/registering/http/organisation-life.js'
import { organisationRoutes } from '#src/tasks/finding/http/organisations.js'
import { importRoutes } from '#src/tasks/importing/http/imports.js'
import { nextStepsRoutes } from '#src/tasks/telling/http/next-steps.js'
import { obstacleRoutes } from '#src/tasks/obstacles/http/obstacles.js'
import { programmeRoutes } from '#src/tasks/programmes/http/programmes.js'
import { stepRoutes } from '#src/tasks/recording/http/steps.js'
import { trajectoryRoutes } from '#src/tasks/telling/http/trajectory.js'
import { answerKnownHosts } from './service/known-hosts.js'
import { letConnectionsGo } from './service/let-connections-go.js'
import { whatIfRoutes } from '#src/tasks/telling/http/what-if.js'
import { compileValidator } from './problems/validation.js'

const SECOND = 1000
/** One fact with its texts and documents is a few kilobytes; whole histories come as files. */
const LARGEST_BODY = 256 * 1024

export interface ServerOptions {
  /** The names by which callers may call it, besides those of the loopback. */
  readonly trustedHosts?: readonly string[]
}

/** The application over HTTP, ready to be called or to listen. */
export const buildServer = async (
  app: Trajectoires,
  logger: FastifyBaseLogger,
  { trustedHosts = [] }: ServerOptions = {},
): Promise<FastifyInstance> => {
  const server = Fastify({
    loggerInstance: logger,
    // One line a request, written by the hook below.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    requestTimeout: 30 * SECOND,
    connectionTimeout: 60 * SECOND,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // An address that can't be read reaches no route, hence no hook.
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply.header('request-id', request.id))
      logRequest(request, reply)
    },
  })
  server.setValidatorCompiler(compileValidator)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(answerError)
  // Text is what a form of another site could send without asking; only JSON is read.
  server.removeContentTypeParser('text/plain')
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('request-id', request.id)
    done()
  })
  answerKnownHosts(server, trustedHosts)
  await nameLog(server, app.log)
  server.addHook('onResponse', (request, reply, done) => {
    logRequest(request, reply)
    done()
  })
  letConnectionsGo(server)
  describeProblems(server)
  await registerDocs(server)
  await server.register(healthRoutes(app))
  await server.register(organisationRoutes(app))
  await server.register(stepRoutes(app))
  await server.register(trajectoryRoutes(app))
  await server.register(explanationRoutes(app))
  await server.register(modelRoutes(app))
  await server.register(modelDocumentRoutes(app))
  await server.register(nextStepsRoutes(app))
  await server.register(whatIfRoutes(app))
  await server.register(obstacleRoutes(app))
  await server.register(programmeRoutes(app))
  await server.register(importRoutes(app))
  await server.register(oneStepRoutes(app))
  await server.register(collectiveStepRoutes(app))
  await server.register(dateRoutes)
  await server.register(changesRoutes(app))
  await server.register(callBackRoutes(app))
  await server.register(memberRoutes(app))
  await server.register(organisationLifeRoutes(app))
  await server.register(pages(app))
  return server
}
