import type { KeptView } from '#adapters/follower/follower.js'
import type { ModelState } from '#adapters/follower/model-state.js'
import type { Position } from '#domain/ports/event-log.js'
import type { Quarantined } from '#domain/ports/read-store.js'
import type { RegistryIndex } from '#projections/kept/registry/registry-index.js'
import type { Standings } from '#projections/kept/standings/standings.js'

/** A read model over all organisations as use cases read it. */
export interface ProjectionReader<View> {
  index(): View
  /** The organisations that could not be read, and why: it leaves them out, or tells of them as they were. */
  aside(): readonly Quarantined[]
  /** True once it has seen a position; false when it has not within a few seconds. */
  hasSeen(position: Position | undefined): Promise<boolean>
  state(): Promise<ModelState>
  /** Builds all rows anew, beside those that serve. */
  rebuild(): Promise<void>
}

/** In milliseconds: long enough for a reader that is behind, short enough for a person who waits. */
const PATIENCE = 5_000

export const projectionReader = <View>(kept: KeptView<View>): ProjectionReader<View> => ({
  index: kept.view,
  aside: kept.aside,
  hasSeen: async (position) =>
    position === undefined || (await kept.waitFor(position, PATIENCE)).outcome === 'reached',
  state: kept.state,
  rebuild: kept.rebuild,
})

/** The registry as use cases read it. */
export type RegistryReader = ProjectionReader<RegistryIndex>

/** Where everyone stands, on every day, as use cases read it. */
export type StandingsReader = ProjectionReader<Standings>

export interface StandingsReading {
  readonly standings: StandingsReader
}
