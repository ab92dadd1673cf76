import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Instant } from '#domain/kernel/instant.js'
import { sendOutcome } from '#src/http/problems/problem.js'

/** The moment that this answer counts as now, where the clock of this machine is far behind the log. */
const CLOCK_BEHIND = 'clock-behind'

/** Says on every answer, once, that the clock is behind: what asks «today» was answered for the log's last moment. */
export const tellClock = (server: FastifyInstance, aheadOfClock: () => Instant | undefined): void => {
  server.addHook('onRequest', (_request, reply, done) => {
    const now = aheadOfClock()
    if (now !== undefined) void reply.header(CLOCK_BEHIND, new Date(now).toISOString())
    done()
  })
}

/** What is said on an answer, for the page that says it in words. */
export const clockTold = (reply: FastifyReply): string | undefined => {
  const told = reply.getHeader(CLOCK_BEHIND)
  return typeof told === 'string' ? told : undefined
}

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
