import type { OrganisationId, StepId } from '#domain/identifiers/identifiers.js'
import type { StreamLog } from '#domain/ports/event-log.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { LineageEvents } from '#projections/trajectory/assess-organisation.js'
import { stepsOfLineage } from '#projections/trajectory/inherited-steps.js'
import { readOrganisation } from './read-organisation.js'

export interface LineageReading {
  readonly log: Pick<StreamLog, 'readStream'>
  /** The organisations that name this one as their successor. */
  readonly predecessorsOf: (id: OrganisationId) => Promise<readonly OrganisationId[]>
}

/** The streams of an organisation and of all that it succeeded, directly or not; an organisation met twice is read once. */
export const readLineage = async (
  deps: LineageReading,
  id: OrganisationId,
  met: ReadonlySet<OrganisationId> = new Set(),
): Promise<LineageEvents> => {
  const seen = new Set([...met, id])
  const { events } = await readOrganisation(deps.log, id)
  const before = (await deps.predecessorsOf(id)).filter((predecessor) => !seen.has(predecessor))
  const predecessors: LineageEvents[] = []
  for (const predecessor of before) predecessors.push(await readLineage(deps, predecessor, seen))
  return { id, events, predecessors }
}

/** The steps of all predecessors, with their kinds: their later stages may be recorded by the successor. */
export const readInheritedSteps = async (
  deps: LineageReading,
  id: OrganisationId,
): Promise<ReadonlyMap<StepId, KindCode>> => {
  const { predecessors } = await readLineage(deps, id)
  return new Map(predecessors.flatMap(stepsOfLineage))
}
