import canonicalizeModule from 'canonicalize'

// The package is CommonJS: its types promise a `default` that Node hands over as the module itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string

/** Any JSON value as RFC 8785 canonical JSON: one text for one content, however it was laid out. */
export const canonicalJson = (value: unknown): string => canonicalize(value)
