import canonicalizeModule from 'canonicalize'

/** What JSON can say, as a value that nobody changes. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

// The package is CommonJS: its types promise a `default` that Node hands over as the module itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string

/** Any JSON value as RFC 8785 canonical JSON: one text for one content, however it was laid out. */
export const canonicalJson = (value: unknown): string => canonicalize(value)
