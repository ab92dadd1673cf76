import type { Position } from '#domain/ports/event-log.js'
import type { FollowedShelf } from '#src/handling/models/follow-models.js'
import type { RegistryReader } from '#src/handling/reading/projection-reader.js'

/** What a node keeps beside the log, and reads its answers from. */
export interface NodeReading {
  readonly registry: Pick<RegistryReader, 'hasSeen'>
  readonly models: Pick<FollowedShelf, 'hasSeen'>
}

/**
 * True once this node answers with everything up to a position of the log, which may have been written through another
 * node; false when it does not within a few seconds, or the log does not reach so far.
 */
export const hasSeen = async (
  { registry, models }: NodeReading,
  after: Position | undefined,
): Promise<boolean> =>
  after === undefined || ((await registry.hasSeen(after)) && (await models.hasSeen(after)))
