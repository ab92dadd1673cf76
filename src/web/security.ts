import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readForm } from '#src/http/service/read-bodies.js'
import { uploadLimits } from '#src/messages/upload-limits.js'

/** The field by which a form proves that it came from a page of ours. */
export const CSRF_FIELD = '_csrf'

const HALF_YEAR = 182 * 24 * 3600

/** Everything comes from here, nothing is inline; forms are sent here, and with the token of the page. */
export const securePages = async (server: FastifyInstance): Promise<void> => {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Over plain HTTP on the loopback it has no effect; behind TLS browsers shall remember it.
    hsts: { maxAge: HALF_YEAR },
  })
  await server.register(cookie)
  await server.register(csrf, {
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict' },
    getToken: tokenIn,
  })
  await server.register(formbody, { parser: readForm })
  // Before the hook below: the token of a form that brings a file is one of its fields.
  await server.register(multipart, { attachFieldsToBody: true, limits: uploadLimits })
  server.addHook('preValidation', (request, reply, done) => {
    if (request.method === 'POST' && !request.is404) server.csrfProtection(request, reply, done)
    else done()
  })
}

/** The token as one field of a form; a form that brings a file wraps each of its fields. */
const tokenIn = ({ body }: FastifyRequest): string | undefined => {
  const field = (body as Readonly<Record<string, unknown>> | undefined)?.[CSRF_FIELD]
  const token = typeof field === 'object' && field !== null && 'value' in field ? field.value : field
  return typeof token === 'string' ? token : undefined
}
