import type { ModelDocument } from '#domain/maturity/model/model.js'
import type { ActorId } from '#domain/kernel/identifiers.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { RecordedModelEvent } from './model-event.js'

/** One version of a model. One that ships with the program was published by nobody. */
export interface ModelVersion {
  readonly version: number
  readonly hash: string
  readonly document: ModelDocument
  readonly published?: { readonly at: Instant; readonly by: ActorId }
}

/** The versions of one model, the first one first. */
export type ModelHistory = readonly ModelVersion[]

/**
 * The state after all events, upon the versions that ship with the program. What was published is a fact: it takes the
 * place of a shipped version of that number.
 */
export const modelHistoryOf = (
  shipped: ModelHistory,
  events: readonly RecordedModelEvent[],
): ModelHistory => {
  const versions = new Map(shipped.map((version) => [version.version, version]))
  for (const { data, recordedAt: at, actor: by } of events) {
    const { version, hash, content: document } = data
    versions.set(version, { version, hash, document, published: { at, by } })
  }
  return [...versions.values()].toSorted((one, other) => one.version - other.version)
}
