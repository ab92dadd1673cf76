import { z } from 'zod'
import type { JsonValue } from './json.js'

/**
 * What a correction changes, as a JSON merge patch (RFC 7396): a field with a value takes it, a field with null becomes
 * unknown, and the others stay as they are. Lists are replaced whole.
 */
export const MergePatch = z.record(z.string(), z.json())
export type MergePatch = z.infer<typeof MergePatch>

type JsonLike = Readonly<Record<string, unknown>>

/** The content with the patch applied; neither argument is changed. */
export const patched = (content: JsonLike, patch: JsonLike): JsonLike => {
  const fields = new Map(Object.entries(content))
  for (const [key, change] of Object.entries(patch)) {
    const held = fields.get(key)
    if (change === null) fields.delete(key)
    else if (isObject(change)) fields.set(key, patched(isObject(held) ? held : {}, change))
    else fields.set(key, change)
  }
  return Object.fromEntries(fields) // a field named «__proto__» stays a field
}

/** The smallest patch that turns one content into the other; empty when they are the same. */
export const patchBetween = (from: JsonLike, to: JsonLike): MergePatch => {
  const patch = new Map<string, JsonValue>()
  for (const key of keysOf(from, to)) {
    const [before, after] = [fieldOf(from, key), fieldOf(to, key)]
    if (isObject(before) && isObject(after)) {
      const inner = patchBetween(before, after)
      if (Object.keys(inner).length > 0) patch.set(key, inner)
    } else if (!sameContent(before, after)) {
      patch.set(key, after === undefined ? null : (after as JsonValue)) // contents of events are JSON
    }
  }
  return Object.fromEntries(patch) as MergePatch // readonly JSON, as zod types it
}

/** Two contents are the same whatever the order of their fields; an absent field and an undefined one are the same. */
export const sameContent = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((held, index) => sameContent(held, other[index]))
  }
  if (isObject(one) && isObject(other)) {
    return keysOf(one, other).every((key) => sameContent(fieldOf(one, key), fieldOf(other, key)))
  }
  return one === other
}

const keysOf = (one: JsonLike, other: JsonLike): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
]

/** A field of the object itself: `constructor` is none unless it was given. */
const fieldOf = (object: JsonLike, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined

const isObject = (value: unknown): value is JsonLike =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
