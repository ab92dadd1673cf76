import type { Viewer } from '#domain/access/viewer.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { StepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import type { ProjectionReader } from './projection-reader.js'

/** What all organisations did, as use cases read it. */
export type StepsTakenReader = ProjectionReader<StepsTaken>

export interface StepsTakenReading {
  readonly viewer: Viewer
  readonly log: Pick<EventLog, 'head' | 'readStream'>
  readonly stepsTaken: StepsTakenReader
}

/** What all organisations did, once everything that is in the log now has been seen; undefined when that takes too long. */
export const seenStepsTaken = async ({
  log,
  stepsTaken,
}: StepsTakenReading): Promise<StepsTaken | undefined> =>
  (await stepsTaken.hasSeen(await log.head())) ? stepsTaken.index() : undefined
