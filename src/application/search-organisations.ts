import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import { parisDayOf } from '#domain/time/paris-day.js'
import {
  entryOfOrganisation,
  queryRegistry,
  type RegistryAnswer,
  type RegistryEntry,
  type RegistryQuery,
} from '#projections/registry/query.js'
import { notSeen, type NotSeen } from './not-seen.js'
import type { RegistryReader } from './registry-reader.js'

export interface RegistryReading {
  readonly registry: RegistryReader
  readonly clock: Clock
  readonly log: Pick<EventLog, 'condition'>
}

/** A page of the registry; `after` waits until the registry has seen that position, so that one reads one’s own writes. */
export const searchOrganisations = async (
  { registry, clock, log }: RegistryReading,
  { after, ...query }: Omit<RegistryQuery, 'today'> & { readonly after?: Position },
): Promise<RegistryAnswer | NotSeen> => {
  if (!(await registry.hasSeen(after))) return notSeen(log, after)
  return queryRegistry(registry.index(), { ...query, today: parisDayOf(clock()) })
}

export type FoundOrganisation =
  | { readonly outcome: 'found'; readonly organisation: RegistryEntry }
  | { readonly outcome: 'organisation-unknown' }
  | NotSeen

/** One organisation as the registry shows it. */
export const findOrganisation = async (
  { registry, log }: RegistryReading,
  id: OrganisationId,
  after?: Position,
): Promise<FoundOrganisation> => {
  if (!(await registry.hasSeen(after))) return notSeen(log, after)
  const organisation = entryOfOrganisation(registry.index(), id)
  return organisation === undefined ? { outcome: 'organisation-unknown' } : { outcome: 'found', organisation }
}
