import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Instant } from '#domain/kernel/instant.js'

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
