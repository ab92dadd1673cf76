import type { Position } from '#domain/ports/event-log.js'
import type { RegistryIndex } from '#projections/registry/registry-index.js'

/** How the registry is doing: `position` is what its rows tell of. */
export interface RegistryState {
  readonly name: string
  readonly version: number
  readonly state: string
  readonly position: Position
  readonly quarantined: readonly string[]
}

/** The registry as use cases read it. */
export interface RegistryReader {
  index(): RegistryIndex
  /** True once the registry has seen a position; false when it has not within a few seconds. */
  hasSeen(position: Position | undefined): Promise<boolean>
  state(): RegistryState
}
