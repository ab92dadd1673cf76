import { createHash } from 'node:crypto'
import { EventId } from '#domain/kernel/identifiers.js'

/** The namespace of everything that imports derive: made once at random, and never to change. */
const NAMESPACE = '5d0c8f0e-6a1b-4f0e-9a57-27e27e27e001'

/**
 * The id of what a name stands for: the same name gives the same id on every machine and at every import, so that a
 * row read again is recognised. UUID version 5 (RFC 9562, section 5.5: SHA-1 of the namespace and the name).
 */
export const derivedId = (name: string): EventId => EventId.parse(uuidV5(NAMESPACE, name))

/** @param namespace a UUID; @param name any text, taken as UTF-8 */
export const uuidV5 = (namespace: string, name: string): string => {
  const digest = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
  const bytes = digest.subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
