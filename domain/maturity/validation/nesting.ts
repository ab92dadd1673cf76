import { pointer } from './json-pointer.js'
import type { ModelFault } from './model-faults.js'

/** A criterion of a criterion is two deep, and the first stands five deep: some fifty in one another, more than anybody reads. */
export const DEEPEST = 100

/**
 * A JSON value with everything that is nested too deep left out (`{}` in its place), each told as a fault. What comes
 * after may go down by recursion.
 */
export const withoutDepth = (
  raw: unknown,
): { readonly value: unknown; readonly tooDeep: readonly ModelFault[] } => {
  const tooDeep: ModelFault[] = []

  const cut = (value: unknown, path: string, depth: number): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (depth > DEEPEST) {
      tooDeep.push({ code: 'too-deep', path, data: { most: DEEPEST } })
      return {}
    }
    if (Array.isArray(value)) {
      return value.map((one, index) => cut(one, pointer(path, index), depth + 1))
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, cut(one, pointer(path, key), depth + 1)]),
    )
  }

  const value = cut(raw, '', 0)
  return { value: tooDeep.length === 0 ? raw : value, tooDeep }
}

/** Whether a fault stands at or below another: what was left out is not judged. */
export const covers =
  ({ path }: ModelFault) =>
  (deep: ModelFault): boolean =>
    path === deep.path || path.startsWith(`${deep.path}/`)
