import type { FastifyReply } from 'fastify'

/** A file to keep, not a page. */
export const sendCsv = (reply: FastifyReply, filename: string, text: string): FastifyReply =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${filename}"`)
    .send(text)
