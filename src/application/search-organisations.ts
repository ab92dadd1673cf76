import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Position } from '#domain/ports/event-log.js'
import { parisDayOf } from '#domain/time/paris-day.js'
import {
  entryOfOrganisation,
  queryRegistry,
  type RegistryAnswer,
  type RegistryEntry,
  type RegistryQuery,
} from '#projections/registry/query.js'
import type { RegistryReader } from './registry-reader.js'

export interface RegistryReading {
  readonly registry: RegistryReader
  readonly clock: Clock
}

/** A page of the registry; `after` waits until the registry has seen that position, so that one reads one’s own writes. */
export const searchOrganisations = async (
  { registry, clock }: RegistryReading,
  { after, ...query }: Omit<RegistryQuery, 'today'> & { readonly after?: Position },
): Promise<RegistryAnswer | { readonly outcome: 'not-seen-yet' }> => {
  if (!(await registry.hasSeen(after))) return { outcome: 'not-seen-yet' }
  return queryRegistry(registry.index(), { ...query, today: parisDayOf(clock()) })
}

export type FoundOrganisation =
  | { readonly outcome: 'found'; readonly organisation: RegistryEntry }
  | { readonly outcome: 'organisation-unknown' }
  | { readonly outcome: 'not-seen-yet' }

/** One organisation as the registry shows it. */
export const findOrganisation = async (
  { registry }: RegistryReading,
  id: OrganisationId,
  after?: Position,
): Promise<FoundOrganisation> => {
  if (!(await registry.hasSeen(after))) return { outcome: 'not-seen-yet' }
  const organisation = entryOfOrganisation(registry.index(), id)
  return organisation === undefined ? { outcome: 'organisation-unknown' } : { outcome: 'found', organisation }
}
