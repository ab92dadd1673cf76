import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { StoredEvent, StreamLog } from '#domain/ports/event-log.js'
import { predecessorsOf } from '#projections/kept/registry/registry-index.js'
import type { LineageReading } from './read-lineage.js'
import type { RegistryReader } from './registry-reader.js'

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
