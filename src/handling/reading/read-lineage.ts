import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { Position, StreamLog, StoredEvent } from '#domain/ports/event-log.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { type LineageEvents, stepsOfLineage } from '#domain/trajectory/assess-organisation.js'
import { readOrganisation, type ReadOrganisation } from './read-organisation.js'
import { predecessorsOf } from '#projections/kept/registry/registry-index.js'
import type { RegistryReader } from './projection-reader.js'

export interface LineageReading {
  readonly log: Pick<StreamLog, 'readStream'>
  /** The organisations that name this one as their successor. */
  readonly predecessorsOf: (id: OrganisationId) => Promise<readonly OrganisationId[]>
}

/** The streams of a lineage, and up to where each was read. */
export interface ReadLineage extends LineageEvents {
  readonly revision: ReadOrganisation['revision']
  /** Of the last event that was read, in all these streams. */
  readonly position: Position
  readonly predecessors: readonly ReadLineage[]
}

/** The streams of an organisation and of all that it succeeded, directly or not; an organisation met twice is read once. */
export const readLineage = async (
  deps: LineageReading,
  id: OrganisationId,
  met: ReadonlySet<OrganisationId> = new Set(),
): Promise<ReadLineage> => {
  const { events, revision, position: own } = await readOrganisation(deps.log, id)
  const predecessors = await eachPredecessor(deps, id, met, (predecessor, seen) =>
    readLineage(deps, predecessor, seen),
  )
  const position = predecessors.reduce((last, read) => (read.position > last ? read.position : last), own)
  return { id, events, revision, position, predecessors }
}

/**
 * Where the streams of a lineage end, as one text: another one as soon as any of them has grown or another organisation
 * has joined. Reads one event a stream.
 */
export const endOfLineage = async (
  deps: LineageReading,
  id: OrganisationId,
  met: ReadonlySet<OrganisationId> = new Set(),
): Promise<string> => {
  const last = await deps.log.readStream(streamOfOrganisation(id), { direction: 'backwards', limit: 1 })
  const predecessors = await eachPredecessor(deps, id, met, (predecessor, seen) =>
    endOfLineage(deps, predecessor, seen),
  )
  return [`${id}@${last[0]?.revision ?? 'none'}`, ...predecessors].join(' ')
}

/** The same text, of what was read. */
export const endOfRead = ({ id, revision, predecessors }: ReadLineage): string =>
  [`${id}@${revision}`, ...predecessors.map(endOfRead)].join(' ')

/** The steps of all predecessors, with their kinds: their later stages may be recorded by the successor. */
export const readInheritedSteps = async (
  deps: LineageReading,
  id: OrganisationId,
): Promise<ReadonlyMap<StepId, KindCode>> => {
  const predecessors = await eachPredecessor(deps, id, new Set(), (predecessor, seen) =>
    readLineage(deps, predecessor, seen),
  )
  return new Map(predecessors.flatMap(stepsOfLineage))
}

/** One after the other; whom one met on the way here is not met again. */
const eachPredecessor = async <T>(
  { predecessorsOf }: LineageReading,
  id: OrganisationId,
  met: ReadonlySet<OrganisationId>,
  read: (predecessor: OrganisationId, seen: ReadonlySet<OrganisationId>) => Promise<T>,
): Promise<readonly T[]> => {
  const seen = new Set([...met, id])
  const results: T[] = []
  for (const predecessor of await predecessorsOf(id)) {
    if (!seen.has(predecessor)) results.push(await read(predecessor, seen))
  }
  return results
}

export interface PredecessorsFinding {
  readonly log: Pick<StreamLog, 'readStream'>
  readonly registry: Pick<RegistryReader, 'index' | 'aside'>
}

/**
 * The organisations that name this one as their successor. One that the registry set aside has no row there, and is
 * found by its own stream: left out, its part of the answer would be missing without anybody saying so. Reading it then
 * fails, and names the event that this program does not know.
 */
export const findPredecessors =
  ({ log, registry }: PredecessorsFinding): LineageReading['predecessorsOf'] =>
  async (id) => {
    const known = predecessorsOf(registry.index(), id).map(({ organisation }) => organisation)
    const found: OrganisationId[] = []
    for (const { id: aside } of registry.aside()) {
      if (known.includes(aside)) continue
      const events = await log.readStream(streamOfOrganisation(aside))
      if (events.some(tellsOfSuccessor(id))) found.push(aside)
    }
    return [...known, ...found]
  }

/** Of any version of the event: a successor has always been called so. */
const tellsOfSuccessor =
  (id: OrganisationId) =>
  ({ type, data }: StoredEvent): boolean =>
    type === 'OrganisationSucceeded' && data['successor'] === id
