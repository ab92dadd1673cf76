import type { FastifyInstance } from 'fastify'
import { sendOutcome } from '#src/http/problems/problem.js'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'] as const

/**
 * Answers only who calls this server by a name that it has. A page elsewhere that resolves its own name to this machine
 * would speak with its visitor’s rights: that name gives it away.
 *
 * @param trusted the names, in lower case, that a proxy in front of it passes on, besides those of the loopback; with a
 * port only where the port is part of the name
 */
export const answerKnownHosts = (server: FastifyInstance, trusted: readonly string[]): void => {
  const known = new Set<string>([...LOOPBACK, ...trusted])
  server.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host?.toLowerCase()
    if (host === undefined || known.has(host) || known.has(host.replace(/:\d+$/, ''))) return
    return sendOutcome(reply, 'wrong-host')
  })
}
