import { createHash } from 'node:crypto'
import type { CommandId } from '#domain/kernel/identifiers.js'
import { canonicalJson } from '#domain/kernel/canonical-json.js'
import type { CommandMark } from '#domain/ports/event-log.js'

/**
 * The mark that makes a repeated command harmless; none where the caller gave no key. The digest is of what the caller
 * sent, whatever its order: ids that are made here differ from one try to the next.
 */
export const markOf = (key: CommandId | undefined, sent: unknown): { readonly mark?: CommandMark } =>
  key === undefined
    ? {}
    : { mark: { id: key, digest: createHash('sha256').update(canonicalJson(sent), 'utf8').digest('hex') } }
