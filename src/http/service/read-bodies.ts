import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A body, or an address, that is not UTF-8: read all the same, it would be stored with «�» in the place of its letters. */
export class NotUtf8 extends Error {
  readonly code = 'not-utf-8'
  readonly statusCode = 400

  constructor() {
    super('not UTF-8')
  }
}

/** Takes JSON as bytes, so that what is no UTF-8 is refused instead of mended. */
export const readJsonAsUtf8 = (server: FastifyInstance): void => {
  const parseJson = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = Buffer.from(body)
    if (isUtf8(bytes)) void parseJson(request, bytes.toString('utf8'), done)
    else done(new NotUtf8())
  })
}

/** The same of JSON that a route reads by itself, as the text that was sent. */
export const keepJsonAsText = (server: FastifyInstance): void => {
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    const bytes = Buffer.from(body)
    if (isUtf8(bytes)) done(null, bytes.toString('utf8'))
    else done(new NotUtf8())
  })
}

/** A form as browsers send it: a field that repeats is a list. What is encoded in it is UTF-8. */
export const readForm = (sent: string): Readonly<Record<string, string | string[]>> => {
  if (sent.includes('\ufffd') || !isEncodedUtf8(sent)) throw new NotUtf8()
  const fields = new Map<string, string | string[]>()
  for (const [name, value] of new URLSearchParams(sent)) {
    const held = fields.get(name)
    fields.set(name, held === undefined ? value : [held, value].flat())
  }
  return Object.fromEntries(fields) // a field named «__proto__» stays a field
}

/** Whether what stands behind the question mark can be read. */
export const hasReadableQuery = ({ raw }: FastifyRequest): boolean => {
  const [, query = ''] = (raw.url ?? '').split('?', 2)
  return isEncodedUtf8(query)
}

const isEncodedUtf8 = (encoded: string): boolean => {
  if (!encoded.includes('%')) return true
  try {
    decodeURIComponent(encoded.replace(/%(?![0-9a-f]{2})/gi, '%25')) // a lone sign of per cent stands for itself
    return true
  } catch {
    return false // the only way in which it says that bytes are no UTF-8
  }
}
