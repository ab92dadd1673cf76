import type { FastifyInstance, InjectOptions } from 'fastify'

type Headers = Readonly<Record<string, string>>

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  /** The body read as JSON; undefined where it is none. */
  readonly json: unknown
}

/** GET, without a socket. */
export const get = (server: FastifyInstance, url: string, headers: Headers = {}): Promise<Answered> =>
  inject(server, { method: 'GET', url, headers: { ...headers } })

/** POST of a value as JSON, or of a text as it is. */
export const post = (
  server: FastifyInstance,
  url: string,
  body: unknown,
  headers: Headers = {},
): Promise<Answered> =>
  inject(server, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })

const inject = async (server: FastifyInstance, request: InjectOptions): Promise<Answered> => {
  const { statusCode, headers, payload } = await server.inject(request)
  return { status: statusCode, headers, text: payload, json: read(payload) }
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a page, or nothing
  }
}
