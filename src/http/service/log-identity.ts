import type { FastifyInstance } from 'fastify'
import { sendOutcome } from '#src/http/problems/problem.js'

/** Which log a position belongs to: on every answer, and wherever a caller gives a position that it kept. */
const LOG_IDENTITY = 'log-identity'

/**
 * Names the log on every answer. Positions belong to one log: after a move to another engine, or a return to another
 * copy, the same number stands elsewhere; who gives the name back with it learns so instead of a wrong answer.
 */
export const nameLog = (server: FastifyInstance, identity: string): void => {
  server.addHook('onRequest', async (request, reply) => {
    void reply.header(LOG_IDENTITY, identity)
    const given = request.headers[LOG_IDENTITY]
    if (given !== undefined && given !== identity) return sendOutcome(reply, 'other-log')
  })
}
