import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { registerDocs } from './docs.js'
import { healthRoutes } from './health.js'
import { homeRoutes } from './home.js'
import { modelDocumentRoutes } from './model-documents.js'
import { modelRoutes } from './models.js'
import { organisationRoutes } from './organisations.js'
import { sendOutcome } from './problem.js'
import { stepRoutes } from './steps.js'
import { trajectoryRoutes } from './trajectory.js'

const SECOND = 1000
/** One fact with its texts and documents is a few kilobytes; whole histories come as files. */
const LARGEST_BODY = 256 * 1024

/** The application over HTTP, ready to be called or to listen. */
export const buildServer = async (app: Trajectoires, logger: FastifyBaseLogger): Promise<FastifyInstance> => {
  const server = Fastify({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    requestTimeout: 30 * SECOND,
    connectionTimeout: 60 * SECOND,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(answerError)
  server.setNotFoundHandler((_request, reply) => sendOutcome(reply, 'route-unknown'))
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('request-id', request.id)
    if (!isLoopbackHost(request.headers.host)) return sendOutcome(reply, 'wrong-host')
  })
  await registerDocs(server)
  await server.register(homeRoutes)
  await server.register(healthRoutes(app))
  await server.register(organisationRoutes(app))
  await server.register(stepRoutes(app))
  await server.register(trajectoryRoutes(app))
  await server.register(modelRoutes(app))
  await server.register(modelDocumentRoutes(app))
  return server
}

/** A page elsewhere that resolves its own name to this machine would speak with its visitor’s rights: its name gives it away. */
const isLoopbackHost = (host: string | undefined): boolean =>
  host === undefined || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)

type ErrorHandler = Parameters<FastifyInstance['setErrorHandler']>[0]

const answerError: ErrorHandler = (thrown, request, reply) => {
  const error = thrown as FastifyError // what fastify and its plugins throw; anything else has none of its fields
  if (hasZodFastifySchemaValidationErrors(error)) {
    return sendOutcome(reply, 'invalid-input', {
      faults: error.validation.map(({ instancePath, message }) => ({
        path: [error.validationContext, ...instancePath.split('/').filter((part) => part !== '')].join('.'),
        message: message ?? '',
      })),
    })
  }
  if (error.statusCode === 413) return sendOutcome(reply, 'too-large')
  if (error.statusCode !== undefined && error.statusCode < 500) return sendOutcome(reply, 'not-json')
  request.log.error({ err: error }, 'request failed')
  return sendOutcome(reply, 'internal')
}
