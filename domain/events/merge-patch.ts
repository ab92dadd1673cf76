import { z } from 'zod'
import type { JsonValue } from '#domain/ports/event-log.js'

/**
 * What a correction changes, as a JSON merge patch (RFC 7396): a field with a value takes it, a field with null becomes
 * unknown, and the others stay as they are. Lists are replaced whole.
 */
export const MergePatch = z.record(z.string(), z.json())
export type MergePatch = z.infer<typeof MergePatch>

type JsonLike = Readonly<Record<string, unknown>>

/** The content with the patch applied; neither argument is changed. */
export const patched = (content: JsonLike, patch: JsonLike): JsonLike => {
  const result: Record<string, unknown> = { ...content }
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) Reflect.deleteProperty(result, key)
    else if (isObject(change)) result[key] = patched(isObject(result[key]) ? result[key] : {}, change)
    else result[key] = change
  }
  return result
}

/** The smallest patch that turns one content into the other; empty when they are the same. */
export const patchBetween = (from: JsonLike, to: JsonLike): MergePatch => {
  const patch: Record<string, JsonValue> = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[key], to[key]]
    if (isObject(before) && isObject(after)) {
      const inner = patchBetween(before, after)
      if (Object.keys(inner).length > 0) patch[key] = inner
    } else if (!sameContent(before, after)) {
      patch[key] = after === undefined ? null : (after as JsonValue) // contents of events are JSON
    }
  }
  return patch as MergePatch
}

/** Two contents are the same whatever the order of their fields; an absent field and an undefined one are the same. */
export const sameContent = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((held, index) => sameContent(held, other[index]))
  }
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
      sameContent(one[key], other[key]),
    )
  }
  return one === other
}

const isObject = (value: unknown): value is JsonLike =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
