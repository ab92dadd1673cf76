import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Lets a closing server end as soon as its last answer is sent. Browsers open connections ahead of need: one that never
 * carried a request looks to Node like one that is about to, and is waited for a minute. And a connection that is
 * answered on while the server closes would stay open for the next request: it is told that there is none.
 */
export const letConnectionsGo = (server: FastifyInstance): void => {
  const unused = new Set<Socket>()
  let closing = false
  server.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.server.on('request', ({ socket }) => unused.delete(socket))
  server.addHook('preClose', (done) => {
    closing = true
    for (const socket of unused) socket.destroy()
    done()
  })
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close')
    done()
  })
}
