import type { z } from 'zod'
import { textForms } from '#domain/maturity/model/model.js'
import { nearestOf } from './nearest.js'
import { pointer } from './json-pointer.js'
import type { FaultCode, ModelFault } from './model-faults.js'

type Issue = z.core.$ZodIssue

/** Faults of shape: what the schema says of a value that stands at `path` in the document. */
export const shapeFaults = (schema: z.ZodType, value: unknown, path: string): readonly ModelFault[] => {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue, value, path))
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of a list; of anything else, none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const faultsOf = (issue: Issue, value: unknown, base: string): readonly ModelFault[] => {
  const path = pointer(base, ...issue.path)
  const fault = (code: FaultCode, data: ModelFault['data'] = {}): readonly ModelFault[] => [
    { code, path, data },
  ]
  if (isAbsent(issue.path, value)) return fault('missing', { key: String(issue.path.at(-1)) })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'unknown-key',
        path: pointer(path, key),
        data: { key, ...nearKey(key) },
      }))
    case 'too_small':
      if (issue.origin === 'array') return fault('empty-list')
      if (issue.origin === 'string') return fault('empty-text')
      return fault('not-positive', {
        bound: issue.inclusive === false ? 'more-than' : 'at-least',
        least: Number(issue.minimum),
      })
    case 'too_big':
      return fault(issue.origin === 'string' ? 'too-long' : 'too-many', { most: Number(issue.maximum) })
    case 'invalid_type':
      return fault('wrong-type', { expected: issue.expected })
    case 'invalid_value':
      return fault('bad-value', { expected: issue.values.map(String).join(', ') })
    case 'invalid_format':
      return fault('bad-value', { expected: formNamed(issue.pattern) ?? issue.format })
    case 'custom':
      return fault(customCodes.find((code) => code === issue.params?.['fault']) ?? 'bad-value', {
        expected: issue.message,
      })
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return fault('bad-value', { expected: issue.message })
  }
}

/** Every name that the format has somewhere. */
const formatKeys = [
  ...['id', 'version', 'labels', 'reason', 'inheritance', 'unobserved', 'dimensions', 'positions'],
  ...['position', 'level', 'code', 'levels', 'criterion', 'export', 'fr', 'en'],
  ...['count', 'sum', 'standing', 'all', 'any', 'not', 'of', 'atLeast', 'atMost', 'in', 'known'],
  ...['within', 'where', 'fresh', 'for', 'unknownAtMost'],
]

/** A name of the format that stands elsewhere was not misspelt. */
const nearKey = (key: string): ModelFault['data'] => {
  const near = formatKeys.includes(key) ? undefined : nearestOf(key, formatKeys)
  return near === undefined ? {} : { near }
}

const customCodes = [
  'bad-duration',
  'lone-surrogate',
  'reserved-code',
] as const satisfies readonly FaultCode[]

/** The name of a form that a text has to have, by its pattern. */
const formNamed = (pattern: string | undefined): string | undefined =>
  Object.entries(textForms).find(([, form]) => String(form) === pattern)?.[0]

const isAbsent = (path: readonly PropertyKey[], value: unknown): boolean => {
  let current: unknown = value
  for (const [index, step] of path.entries()) {
    if (typeof current !== 'object' || current === null) return false
    if (!Object.hasOwn(current, step)) return index === path.length - 1
    current = (current as Readonly<Record<PropertyKey, unknown>>)[step]
  }
  return false
}
