import type { FastifyRequest } from 'fastify'

/**
 * False when a browser says that a page from elsewhere sent this request. A form can send files to any address without
 * asking, so what takes files has to look; programs say nothing of an origin.
 */
export const isOfOwnOrigin = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site']
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  return origin === undefined || hostOf(origin) === host
}

/** Undefined for `null`, which browsers send from pages without an origin of their own. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
