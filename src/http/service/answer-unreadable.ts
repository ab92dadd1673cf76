import type { Socket } from 'node:net'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { titleOf } from '#src/messages/titles.js'

/**
 * What is no request that can be read, such as an address with letters that are not encoded, is told what is wrong with
 * it like all others. No request was made of it, hence no page, no hook and no id.
 */
export const answerUnreadable = (fault: NodeJS.ErrnoException, socket: Socket): void => {
  if (fault.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const code = 'bad-address'
  const { status, fr, en } = outcomeAnswers[code]
  const type = `urn:trajectoires:problem:${code}`
  const body = JSON.stringify({ type, title: titleOf(status), status, code, detail: fr, en })
  socket.end(
    [
      `HTTP/1.1 ${status} Bad Request`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
