import type { RunningProjection, ProjectionState } from '#adapters/read-store/run-projection.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'

/** A read model over all organisations as use cases read it. */
export interface ProjectionReader<View> {
  index(): View
  /** The organisations that could not be read: it leaves them out, or tells of them as they were. */
  aside(): readonly OrganisationId[]
  /** True once it has seen a position; false when it has not within a few seconds. */
  hasSeen(position: Position | undefined): Promise<boolean>
  state(): Promise<ProjectionState>
  /** Builds all rows anew, beside those that serve. */
  rebuild(): Promise<void>
}

/** In milliseconds: long enough for a reader that is behind, short enough for a person who waits. */
const PATIENCE = 5_000

export const projectionReader = <View>(running: RunningProjection<View>): ProjectionReader<View> => ({
  index: running.view,
  aside: running.aside,
  hasSeen: async (position) =>
    position === undefined || (await running.waitFor(position, PATIENCE)).outcome === 'reached',
  state: running.state,
  rebuild: running.rebuild,
})
