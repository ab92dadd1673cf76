import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { EventLog } from '#domain/ports/event-log.js'
import { ActorId, type OrganisationId } from '#domain/kernel/identifiers.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import { emptyRegistry, type RegistryIndex } from '#projections/kept/registry/registry-index.js'
import type { TrajectoryReading } from '#src/handling/asking/answer-trajectory.js'
import type { ModelComparing } from '#src/tasks/models/use-cases/compare-models.js'
import { followModels, type FollowedShelf } from '#src/handling/models/follow-models.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'
import { sampleHistory } from '#src/sample/sample-history.js'
import { eventsIn, importInto, memoryLog, now } from './import-files.js'

/** What use cases of models need, over a log in memory; who succeeded whom is read from the log itself. */
export const modelsWorld = async (
  log: EventLog = memoryLog(),
): Promise<
  Omit<TrajectoryReading, 'models' | 'log'> &
    ModelComparing & { readonly log: EventLog; readonly models: FollowedShelf }
> => {
  const models = await followModels({ log, warn: () => undefined })
  const streams = [...new Set((await eventsIn(log)).map(({ stream }) => stream))].sort()
  const ids = streams.flatMap((stream) => organisationOfStream(stream) ?? [])
  const predecessors = new Map<OrganisationId, OrganisationId[]>()
  for (const id of ids) {
    for (const event of (await readOrganisation(log, id)).events) {
      if (event.type !== 'OrganisationSucceeded') continue
      predecessors.set(event.data.successor, [...(predecessors.get(event.data.successor) ?? []), id])
    }
  }
  // Of the registry a comparison reads nothing but the ids.
  const byId = new Map(ids.map((id) => [id, { id }])) as unknown as RegistryIndex['byId']
  return {
    viewer: { role: 'staff', actor: ActorId.parse('system:test') },
    log,
    models,
    clock: () => now,
    registry: {
      hasSeen: () => Promise.resolve(true),
      index: () => ({ ...emptyRegistry, byId }),
    },
    predecessorsOf: (id) => Promise.resolve(predecessors.get(id) ?? []),
  }
}

/** The real history that ships with the program, imported. */
export const sampleLog = async (): Promise<EventLog> => {
  const log = memoryLog()
  const files = sampleHistory.files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  await importInto(log, files, { collection: sampleHistory.collection })
  return log
}
