import { type JsonObject } from '#domain/kernel/json.js'
import { type EventMetadata } from '#domain/ports/event-log.js'

/** What an engine keeps beside an event's data, in one JSON text of its own. */
export interface EventEnvelope {
  readonly id: string
  readonly schemaVersion: number
  readonly metadata: EventMetadata
}

/**
 * JSON whose characters are all ASCII. One wider character would make a whole page of events two bytes wide when
 * it is read back, and lone surrogates would not survive UTF-8.
 */
export const asciiJson = (value: JsonObject | EventEnvelope): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, escapeUnit)

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Deeper than any fact, and far from what the parsers of JSON bear. */
const deepest = 1000

/**
 * Where a value stops being plain JSON (`.period.end is undefined`), or nothing when it is plain throughout.
 * `JSON.stringify` would drop or change such a value without a word.
 */
export const departureFromJson = (value: unknown, depth = 0): string | undefined => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : ` is ${value}`
  if (typeof value !== 'object')
    return ` is ${typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`}`
  if (depth === deepest) return ' is nested too deeply, or contains itself'
  return Array.isArray(value) ? departureInArray(value, depth + 1) : departureInObject(value, depth + 1)
}

const departureInArray = (values: readonly unknown[], depth: number): string | undefined => {
  for (let index = 0; index < values.length; index += 1) {
    const departure = departureFromJson(values[index], depth)
    if (departure !== undefined) return `[${index}]${departure}`
  }
  return undefined
}

const departureInObject = (value: object, depth: number): string | undefined => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return ' is no plain object'
  for (const [key, member] of Object.entries(value)) {
    const departure = departureFromJson(member, depth)
    if (departure !== undefined) return `.${key}${departure}`
  }
  return undefined
}
