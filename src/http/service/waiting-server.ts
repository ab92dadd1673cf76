import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { EventLogFault } from '#domain/ports/event-log-fault.js'
import { remedyOf } from '#domain/ports/log-condition.js'
import { sendOutcome } from '#src/http/problems/problem.js'

/**
 * What answers while the log can't be opened: that the process lives, that it is not ready, why, and what to do about
 * it. Everything else is told to come back. It takes the place of the application on the same address.
 */
export const buildWaitingServer = (
  fault: () => EventLogFault,
  logger: FastifyBaseLogger,
): FastifyInstance => {
  const server = Fastify({ loggerInstance: logger, forceCloseConnections: true })
  server.get('/health/live', () => ({ live: true }))
  server.get('/health/ready', (_request, reply) => {
    const { code, message } = fault()
    const log = { fault: code, message, remedy: remedyOf(fault()) }
    return reply.code(503).send({ ready: false, log, projections: [] })
  })
  server.setNotFoundHandler((_request, reply) => sendOutcome(reply, 'log-unavailable'))
  return server
}
