import canonicalizeModule from 'canonicalize'
import type { ModelDocument } from './model.js'

// The package is CommonJS: its types promise a `default` that Node hands over as the module itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string

/** Any JSON value as RFC 8785 canonical JSON: one text for one content, however it was laid out. */
export const canonicalJson = (value: unknown): string => canonicalize(value)

/** What names a model for ever: the digest (SHA-256, hexadecimal, UTF-8) of its canonical JSON. The caller brings the digest. */
export const modelHash = (document: ModelDocument, digest: (text: string) => string): string =>
  digest(canonicalJson(document))
