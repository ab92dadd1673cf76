import { randomUUID } from 'node:crypto'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyPluginCallback,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Instant } from '#domain/kernel/instant.js'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { answerError, compileValidator } from '#src/http/problems/validation.js'
import { sendOutcome } from './problems/problem.js'
import { describeProblems } from './problems/describe-problems.js'
import { registerDocs } from './service/docs.js'
import { nameLog, tellClock } from '#src/http/service/answer-headers.js'
import { answerUnreadable } from './service/answer-unreadable.js'
import { hasReadableQuery, readJsonAsUtf8 } from './service/read-bodies.js'
import { answerKnownHosts } from './service/known-hosts.js'
import type { Socket } from 'node:net'

const SECOND = 1000
/** One fact with its texts and documents is a few kilobytes; whole histories come as files. */
const LARGEST_BODY = 256 * 1024

/** What is served: the routes and pages of all tasks, on one log. */
export interface Served {
  readonly logIdentity: string
  /** The moment that counts as now, where the clock of this machine is far behind the log. */
  readonly aheadOfClock: () => Instant | undefined
  readonly plugins: readonly (FastifyPluginCallback | FastifyPluginAsync)[]
}

export interface ServerOptions {
  /** The names by which callers may call it, besides those of the loopback. */
  readonly trustedHosts?: readonly string[]
}

/** The application over HTTP, ready to be called or to listen. */
export const buildServer = async (
  { logIdentity, aheadOfClock, plugins }: Served,
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
    clientErrorHandler: answerUnreadable,
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
  readJsonAsUtf8(server)
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('request-id', request.id)
    if (hasReadableQuery(request)) done()
    else void sendOutcome(reply, 'bad-address')
  })
  answerKnownHosts(server, trustedHosts)
  nameLog(server, logIdentity)
  tellClock(server, aheadOfClock)
  server.addHook('onResponse', (request, reply, done) => {
    logRequest(request, reply)
    done()
  })
  letConnectionsGo(server)
  describeProblems(server)
  await registerDocs(server)
  for (const plugin of plugins) await server.register(plugin)
  return server
}

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
