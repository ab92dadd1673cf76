import { canonicalJson } from '#domain/kernel/json.js'
import type { ModelDocument } from './model.js'

/** What names a model for ever: the digest (SHA-256, hexadecimal, UTF-8) of its canonical JSON. The caller brings the digest. */
export const modelHash = (document: ModelDocument, digest: (text: string) => string): string =>
  digest(canonicalJson(document))
