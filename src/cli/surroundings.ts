import type { Clock } from '#domain/ports/clock.js'
import type { Terminal } from './terminal.js'

/** What every command runs in; tests bring their own. */
export interface Surroundings {
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  /** Aborted when the process is asked to end. */
  readonly ending: AbortSignal
}
