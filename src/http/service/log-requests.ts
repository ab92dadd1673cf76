import type { FastifyReply, FastifyRequest } from 'fastify'

/** One line a request, once it is answered: its id, method and path, the status and the milliseconds. Never its query or body. */
export const logRequest = (request: FastifyRequest, reply: FastifyReply): void =>
  request.log.info(
    {
      method: request.method,
      path: request.url.split('?')[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    },
    'answered',
  )
