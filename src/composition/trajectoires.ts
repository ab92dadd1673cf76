import type { EventLog } from '#domain/ports/event-log.js'
import type { TrajectoryReading } from '#src/application/answer-trajectory.js'
import type { CommandHandling } from '#src/application/handle-command.js'
import type { RegistryReading } from '#src/application/search-organisations.js'

/** Everything that the use cases need, put together. */
export interface Trajectoires {
  readonly reading: TrajectoryReading & RegistryReading
  readonly recording: CommandHandling & TrajectoryReading
  readonly log: EventLog
  close(): Promise<void>
}
